package dev.sekisho.route.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

import dev.sekisho.access.Caller;
import dev.sekisho.access.Rights;
import dev.sekisho.route.LiveTable;
import dev.sekisho.route.RouteTables;
import dev.sekisho.route.SharedGateway;

/**
 * The page with all routes of a shared gateway, where the portal opens. After a hint the
 * browser asks for the list again: if the rows are the same it takes over how they fare,
 * otherwise it only says that there is something new, so that nothing moves under the
 * reader's eyes.
 */
@Controller
class RoutesPages {

	private final ShownGateway gateways;

	private final RouteTables tables;

	private final Rights rights;

	private final RoutesViews views;

	RoutesPages(ShownGateway gateways, RouteTables tables, Rights rights, RoutesViews views) {
		this.gateways = gateways;
		this.tables = tables;
		this.rights = rights;
		this.views = views;
	}

	@GetMapping("/routes")
	String routes(Caller caller, @RequestParam(defaultValue = "") String gateway,
			@RequestParam(defaultValue = "") String host, @RequestParam(defaultValue = "") String namespace,
			@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String state,
			@RequestParam(defaultValue = "false") boolean own, @RequestParam(defaultValue = "1") int page,
			@RequestParam(defaultValue = "50") int size, @RequestParam(defaultValue = "") String seen,
			@RequestHeader(name = "HX-Request", defaultValue = "false") boolean partial, Locale locale,
			HttpServletRequest request, HttpServletResponse response, Model model) {
		Optional<SharedGateway> shown = this.gateways.find(gateway);
		model.addAttribute("gateways", this.gateways.names());
		Optional<LiveTable> table = shown.flatMap((found) -> this.tables.find(found.name()));
		if (table.isEmpty()) {
			return without(shown, model);
		}
		Reader reader = reader(caller, shown.get().name());
		RoutesAddress address = new RoutesAddress(gateway, new RouteQuery(host, namespace, q, state, own, page, size));
		RoutesView view = this.views.fill(table.get(), address, reader, locale, model);
		if (!partial) {
			return "route/routes";
		}
		if (seen.isEmpty()) {
			response.setHeader("HX-Replace-Url", request.getRequestURI() + address.self());
			return "route/routes :: list";
		}
		if (seen.equals(view.order())) {
			return "route/routes :: list";
		}
		response.setHeader("HX-Reswap", "none");
		model.addAttribute("more", view.total() - total(seen));
		return "route/routes :: news";
	}

	private String without(Optional<SharedGateway> shown, Model model) {
		model.addAttribute("gateway", shown.map(SharedGateway::name).orElse(""));
		return "route/none";
	}

	private Reader reader(Caller caller, String gateway) {
		Set<String> own = this.rights.authorNamespaces(caller);
		return new Reader(this.rights.visibility(caller, gateway), own);
	}

	private static int total(String seen) {
		List<String> parts = List.of(seen.split("-", 2));
		try {
			return Integer.parseInt(parts.get(0));
		}
		catch (NumberFormatException ex) {
			return 0;
		}
	}

}
