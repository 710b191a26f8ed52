package dev.sekisho.change.web;

import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import dev.sekisho.access.Caller;
import dev.sekisho.change.Changes;
import dev.sekisho.change.parts.ChangeTexts;

/**
 * The list of changes, from the watch: it is there when the cluster isn't. Search, filter
 * and page stand in the address.
 */
@Controller
class ChangeListPages {

	private final Changes changes;

	private final ChangeRows rows;

	private final ChangeTexts texts;

	ChangeListPages(Changes changes, ChangeRows rows, ChangeTexts texts) {
		this.changes = changes;
		this.rows = rows;
		this.texts = texts;
	}

	@GetMapping("/changes")
	String list(Caller caller, @RequestParam(required = false) @Nullable String q,
			@RequestParam(required = false) @Nullable String namespace,
			@RequestParam(required = false) @Nullable String author,
			@RequestParam(required = false) @Nullable String phase,
			@RequestParam(required = false) @Nullable String page, Locale locale, Model model) {
		ChangeFilter filter = ChangeFilter.of(q, namespace, author, phase, page);
		model.addAttribute("list",
				ChangeList.of(this.changes.list(caller, Changes.Query.ALL), filter, this.rows, this.texts, locale));
		model.addAttribute("freshness", this.changes.freshness());
		return "change/list";
	}

	// The rows stay where they are until the reader asks for the new ones.
	@GetMapping("/changes/news")
	String news(Caller caller, @RequestParam(required = false) @Nullable String q,
			@RequestParam(required = false) @Nullable String namespace,
			@RequestParam(required = false) @Nullable String author,
			@RequestParam(required = false) @Nullable String phase, @RequestParam(defaultValue = "0") long seen,
			Model model) {
		ChangeFilter filter = ChangeFilter.of(q, namespace, author, phase, null);
		model.addAttribute("news", ChangeList.news(this.changes.list(caller, Changes.Query.ALL), filter, seen));
		model.addAttribute("href", filter.address());
		return "change/list :: news";
	}

}
