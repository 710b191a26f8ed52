package dev.sekisho.route.web;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.server.ResponseStatusException;

import dev.sekisho.access.Caller;
import dev.sekisho.access.Rights;
import dev.sekisho.route.LiveTable;
import dev.sekisho.route.ServiceCatalog;

/**
 * The routes of a shared gateway, in the order tried.
 */
@RestController
@Tag(name = "Routes")
class RoutesApi {

	/** Versions count within this process: another replica's mean something else. */
	private static final String PROCESS = UUID.randomUUID().toString().substring(0, 8);

	private final ShownGateway gateways;

	private final RouteListing listing;

	private final ServiceCatalog catalog;

	private final Rights rights;

	RoutesApi(ShownGateway gateways, RouteListing listing, ServiceCatalog catalog, Rights rights) {
		this.gateways = gateways;
		this.listing = listing;
		this.catalog = catalog;
		this.rights = rights;
	}

	@Operation(summary = "The routes of a shared gateway, in the order tried",
			description = "Virtual host after virtual host; within one, the first route that matches wins. Routes in "
					+ "namespaces that the caller doesn't see have a place and nothing else. The ETag changes with the "
					+ "table, the query and what the caller sees.")
	@ApiResponse(responseCode = "200", description = "A page of routes; empty behind the last one.")
	@ApiResponse(responseCode = "304", description = "Nothing has changed since the ETag in If-None-Match.")
	@ApiResponse(responseCode = "400", description = "page is below 1, or size isn't from 1 to 500.")
	@ApiResponse(responseCode = "404", description = "No such shared gateway.")
	@GetMapping("/api/v1/gateways/{name}/routes")
	@Nullable ResponseEntity<RouteList> routes(Caller caller, @PathVariable String name,
			@RequestParam(defaultValue = "") String host, @RequestParam(defaultValue = "") String namespace,
			@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String state,
			@RequestParam(defaultValue = "1") int page, @RequestParam(defaultValue = "50") int size,
			WebRequest request) {
		if (page < 1 || size < 1 || size > RouteQuery.LARGEST_SIZE) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST,
					"page is 1 or more, size is from 1 to " + RouteQuery.LARGEST_SIZE);
		}
		LiveTable table = this.gateways.table(name);
		Reader reader = new Reader(this.rights.visibility(caller, name), Set.of());
		RouteQuery query = new RouteQuery(host, namespace, q, state, false, page, size);
		String tag = tag(table, reader, query);
		if (request.checkNotModified(tag)) {
			return null;
		}
		RoutePage found = this.listing.list(table, query, reader);
		return ResponseEntity.ok()
			.eTag(tag)
			.cacheControl(CacheControl.noCache().cachePrivate())
			.body(new RouteList((page == found.query().page()) ? found.rows() : List.of(), found.total(), page, size,
					table.resourceVersion(), table.freshness().live()));
	}

	private String tag(LiveTable table, Reader reader, RouteQuery query) {
		int seen = Objects.hash(reader, query, table.freshness().live());
		return "\"" + PROCESS + "-" + table.version() + "-" + this.catalog.version() + "-" + Integer.toHexString(seen)
				+ "\"";
	}

	/**
	 * Routes.
	 *
	 * @param items the routes of this page
	 * @param total how many there are on all pages
	 * @param page the page, from 1
	 * @param size rows on a page
	 * @param resourceVersion the API server's resourceVersion this corresponds to
	 * @param live whether the watches are up: if not, the list may be old
	 */
	record RouteList(List<RouteRow> items, int total, int page, int size, String resourceVersion, boolean live) {

	}

}
