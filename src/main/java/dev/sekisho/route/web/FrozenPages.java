package dev.sekisho.route.web;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import dev.sekisho.access.Caller;
import dev.sekisho.access.Rights;
import dev.sekisho.route.FrozenPanel;
import dev.sekisho.route.LiveTable;
import dev.sekisho.route.RouteTables;

/**
 * The part of a page that says whether the gateway is frozen. Open pages ask for it after
 * each change of the route table.
 */
@Controller
class FrozenPages {

	private final RouteTables tables;

	private final FrozenPanel panel;

	private final Rights rights;

	FrozenPages(RouteTables tables, FrozenPanel panel, Rights rights) {
		this.tables = tables;
		this.panel = panel;
		this.rights = rights;
	}

	@GetMapping("/routes/frozen")
	String frozen(Caller caller, @RequestParam String gateway, Model model) {
		LiveTable table = this.tables.find(gateway)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		model.addAttribute("name", gateway);
		model.addAttribute("frozen", this.panel.of(table, this.rights.visibility(caller, gateway)::sees).orElse(null));
		return "route/frozen :: live";
	}

}
