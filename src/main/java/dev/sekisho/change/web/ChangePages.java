package dev.sekisho.change.web;

import java.util.Locale;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sekisho.access.Caller;
import dev.sekisho.change.ChangeRefused;
import dev.sekisho.change.Changes;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.web.Flash;

/**
 * The page of a change. After a hint the browser asks for it again and takes over the
 * part that may have changed.
 */
@Controller
class ChangePages {

	private final Changes changes;

	private final ChangePageBuilder builder;

	ChangePages(Changes changes, ChangePageBuilder builder) {
		this.changes = changes;
		this.builder = builder;
	}

	@GetMapping("/changes/{namespace}/{name}")
	String open(Caller caller, @PathVariable String namespace, @PathVariable String name,
			@RequestParam(defaultValue = "") String seen,
			@RequestHeader(name = "HX-Request", defaultValue = "false") boolean partial, Locale locale, Model model) {
		ChangePage page = this.builder.of(caller, this.changes.open(caller, new ObjectKey(namespace, name)), locale);
		model.addAttribute("page", page);
		model.addAttribute("moved", partial && !seen.equals(page.row().phase()));
		return partial ? "change/change :: live" : "change/change";
	}

	@PostMapping("/changes/{namespace}/{name}/withdraw")
	String withdraw(Caller caller, @PathVariable String namespace, @PathVariable String name,
			RedirectAttributes attributes) {
		try {
			this.changes.withdraw(caller, new ObjectKey(namespace, name));
			attributes.addFlashAttribute(Flash.NAME, Flash.success("change.withdrawn", name));
		}
		catch (ChangeRefused ex) {
			if (ex.reason() == ChangeRefused.Reason.NOT_FOUND) {
				throw ex;
			}
			attributes.addFlashAttribute(Flash.NAME, Flash.danger("change.refused." + ex.reason().code()));
		}
		attributes.addAttribute("namespace", namespace).addAttribute("name", name);
		return "redirect:/changes/{namespace}/{name}";
	}

}
