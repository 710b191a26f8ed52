package dev.sekisho.route.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;

import dev.sekisho.access.Caller;
import dev.sekisho.access.Rights;
import dev.sekisho.route.AlbRule;
import dev.sekisho.route.EntryPoint;
import dev.sekisho.route.LiveTable;
import dev.sekisho.route.RouteTables;
import dev.sekisho.route.SharedGateway;
import dev.sekisho.routing.Answer;
import dev.sekisho.routing.table.RouteTable;

/**
 * The page that tells which route gets a request, and why. The request stands in the
 * address, so that the page can be sent to a colleague.
 */
@Controller
class TryPages {

	private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

	private final ShownGateway gateways;

	private final RouteTables tables;

	private final Simulations simulations;

	private final AnswerViews views;

	private final RouteTexts texts;

	private final Rights rights;

	TryPages(ShownGateway gateways, RouteTables tables, Simulations simulations, AnswerViews views, RouteTexts texts,
			Rights rights) {
		this.gateways = gateways;
		this.tables = tables;
		this.simulations = simulations;
		this.views = views;
		this.texts = texts;
		this.rights = rights;
	}

	@GetMapping("/try")
	String page(Caller caller, TryForm form,
			@RequestHeader(name = "HX-Request", defaultValue = "false") boolean partial, Locale locale,
			HttpServletResponse response, Model model) {
		Optional<SharedGateway> shown = this.gateways.find(form.gatewayName());
		Optional<LiveTable> table = shown.flatMap((gateway) -> this.tables.find(gateway.name()));
		if (table.isEmpty()) {
			model.addAttribute("gateway", shown.map(SharedGateway::name).orElse(""));
			return "route/none";
		}
		model.addAttribute("form", form);
		model.addAttribute("gateways", this.gateways.names());
		model.addAttribute("gateway", table.get().gateway());
		model.addAttribute("methods", methods(form));
		model.addAttribute("changes", this.simulations.changes(caller, table.get().gateway().name()));
		model.addAttribute("freshness", table.get().freshness());
		if (form.isFilled()) {
			answer(caller, table.get(), form, locale, response, model);
		}
		return partial ? "route/try :: answer" : "route/try";
	}

	private void answer(Caller caller, LiveTable table, TryForm form, Locale locale, HttpServletResponse response,
			Model model) {
		try {
			TriedRequest tried = form.toRequest();
			Simulation simulation = this.simulations.simulate(caller, table, tried, null, form.changeName());
			Reader reader = new Reader(this.rights.visibility(caller, table.gateway().name()), Set.of());
			model.addAttribute("tried", tried);
			model.addAttribute("simulation", simulation);
			EntryPoint entry = simulation.entry();
			if (entry != null) {
				model.addAttribute("entry", entry);
				model.addAttribute("entryText", entryText(entry, tried, reader, locale));
			}
			model.addAttribute("now", this.views.of(simulation, table.table(), simulation.now(), reader, locale));
			Answer after = simulation.after();
			RouteTable afterTable = simulation.afterTable();
			if (after != null && afterTable != null) {
				model.addAttribute("after", this.views.of(simulation, afterTable, after, reader, locale));
			}
		}
		catch (UnreadableRequest ex) {
			model.addAttribute("problem", this.texts.message("try.problem." + ex.code(), locale));
			model.addAttribute("field", ex.field());
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		}
	}

	private String entryText(EntryPoint entry, TriedRequest tried, Reader reader, Locale locale) {
		AlbRule rule = entry.rule();
		boolean hidden = rule != null && !reader.sees(rule.ingress().namespace());
		String name = (rule != null && !hidden) ? rule.ingress().toString() : "";
		String path = (rule != null && !hidden) ? rule.written() : "";
		return this.texts.message("try.entry." + entry.kind().value() + (hidden ? ".hidden" : ""), locale,
				tried.scheme(), String.valueOf(entry.port()), entry.listeners(), name, path);
	}

	private static List<String> methods(TryForm form) {
		return Stream.concat(METHODS.stream(), Stream.of(form.methodName())).distinct().toList();
	}

}
