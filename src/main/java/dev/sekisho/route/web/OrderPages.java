package dev.sekisho.route.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

import dev.sekisho.access.Caller;
import dev.sekisho.access.Rights;
import dev.sekisho.route.LiveTable;
import dev.sekisho.route.RouteTables;
import dev.sekisho.route.SharedGateway;
import dev.sekisho.web.Paging;

/**
 * The report of what depends on the order of creation, as a page and for scripts.
 */
@Controller
@Tag(name = "Routes")
class OrderPages {

	private static final int SIZE = 50;

	private final ShownGateway gateways;

	private final RouteTables tables;

	private final OrderReports reports;

	private final RouteTexts texts;

	private final Rights rights;

	OrderPages(ShownGateway gateways, RouteTables tables, OrderReports reports, RouteTexts texts, Rights rights) {
		this.gateways = gateways;
		this.tables = tables;
		this.reports = reports;
		this.texts = texts;
		this.rights = rights;
	}

	@GetMapping("/api/v1/gateways/{name}/order")
	@ResponseBody
	@Operation(summary = "Requests whose winner only the order of creation decides",
			description = "Each with a request that proves it, the winner today, the winner after the objects were "
					+ "created anew, and what removes the dependence.")
	@ApiResponse(responseCode = "200", description = "The classes of requests the caller may know of.")
	@ApiResponse(responseCode = "404", description = "No such shared gateway.")
	OrderReport order(Caller caller, @PathVariable String name) {
		return report(caller, this.gateways.table(name));
	}

	@GetMapping("/routes/order")
	String page(Caller caller, @RequestParam(defaultValue = "") String gateway,
			@RequestParam(defaultValue = "1") int page, HttpServletRequest request, Locale locale, Model model) {
		Optional<SharedGateway> shown = this.gateways.find(gateway);
		Optional<LiveTable> table = shown.flatMap((found) -> this.tables.find(found.name()));
		if (table.isEmpty()) {
			model.addAttribute("gateway", shown.map(SharedGateway::name).orElse(""));
			return "route/none";
		}
		OrderReport report = report(caller, table.get());
		Paging paging = new Paging(page, SIZE, report.items().size(), "?gateway=" + table.get().gateway().name());
		List<OrderReport.Item> items = report.items().subList(paging.offset(), paging.last());
		model.addAttribute("gateway", table.get().gateway());
		model.addAttribute("report", report);
		model.addAttribute("paging", paging);
		model.addAttribute("rows", items.stream().map((item) -> OrderRow.of(item, this.texts, locale)).toList());
		return "route/order";
	}

	private OrderReport report(Caller caller, LiveTable table) {
		return this.reports.of(table, new Reader(this.rights.visibility(caller, table.gateway().name()), Set.of()));
	}

}
