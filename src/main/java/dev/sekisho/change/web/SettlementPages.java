package dev.sekisho.change.web;

import java.util.Locale;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sekisho.access.Caller;
import dev.sekisho.change.ChangeRefused;
import dev.sekisho.change.Settlements;
import dev.sekisho.change.Settlements.Way;
import dev.sekisho.change.Submissions;
import dev.sekisho.change.parts.ChangeTexts;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.web.Flash;

/**
 * The buttons by which a drift is ended. Each makes a change and leads to its page.
 */
@Controller
class SettlementPages {

	private final Settlements settlements;

	private final ChangeTexts texts;

	SettlementPages(Settlements settlements, ChangeTexts texts) {
		this.settlements = settlements;
		this.texts = texts;
	}

	@PostMapping("/changes/{namespace}/{name}/adopt")
	String adopt(Caller caller, @PathVariable String namespace, @PathVariable String name, Locale locale,
			RedirectAttributes attributes) {
		return settle(caller, new ObjectKey(namespace, name), Way.ADOPT, locale, attributes);
	}

	@PostMapping("/changes/{namespace}/{name}/restore")
	String restore(Caller caller, @PathVariable String namespace, @PathVariable String name, Locale locale,
			RedirectAttributes attributes) {
		return settle(caller, new ObjectKey(namespace, name), Way.RESTORE, locale, attributes);
	}

	private String settle(Caller caller, ObjectKey key, Way way, Locale locale, RedirectAttributes attributes) {
		ObjectKey shown = key;
		try {
			Submissions.Submitted submitted = this.settlements.settle(caller, key, way,
					this.texts.text("drift.reason." + way.text(), locale, key.name()));
			shown = submitted.change().key();
			attributes.addFlashAttribute(Flash.NAME, Flash.success("change.sent", shown.name()));
		}
		catch (ChangeRefused ex) {
			if (ex.reason() == ChangeRefused.Reason.NOT_FOUND) {
				throw ex;
			}
			attributes.addFlashAttribute(Flash.NAME, Flash.danger("change.refused." + ex.reason().code()));
		}
		attributes.addAttribute("namespace", shown.namespace()).addAttribute("name", shown.name());
		return "redirect:/changes/{namespace}/{name}";
	}

}
