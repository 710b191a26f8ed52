package dev.sekisho.route.web;

import java.util.List;
import java.util.Objects;

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
import dev.sekisho.access.Visibility;
import dev.sekisho.route.LiveTable;
import dev.sekisho.route.RouteTables;
import dev.sekisho.route.ServiceCatalog;
import dev.sekisho.route.SharedGateways;

/**
 * The routes of a shared gateway, in the order tried.
 */
@RestController
class RoutesApi {

	private final SharedGateways gateways;

	private final RouteTables tables;

	private final RouteListing listing;

	private final ServiceCatalog catalog;

	private final Rights rights;

	RoutesApi(SharedGateways gateways, RouteTables tables, RouteListing listing, ServiceCatalog catalog,
			Rights rights) {
		this.gateways = gateways;
		this.tables = tables;
		this.listing = listing;
		this.catalog = catalog;
		this.rights = rights;
	}

	@GetMapping("/api/v1/gateways/{name}/routes")
	@Nullable ResponseEntity<RouteList> routes(Caller caller, @PathVariable String name,
			@RequestParam(defaultValue = "") String host, @RequestParam(defaultValue = "") String namespace,
			@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") int page,
			@RequestParam(defaultValue = "50") int size, WebRequest request) {
		if (page < 1 || size < 1 || size > RouteQuery.LARGEST_SIZE) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST,
					"page is 1 or more, size is from 1 to " + RouteQuery.LARGEST_SIZE);
		}
		LiveTable table = table(name);
		Visibility visibility = this.rights.visibility(caller, name);
		RouteQuery query = new RouteQuery(host, namespace, q, "", page, size);
		String tag = tag(table, visibility, query);
		if (request.checkNotModified(tag)) {
			return null;
		}
		RoutePage found = this.listing.list(table, query, visibility);
		return ResponseEntity.ok()
			.eTag(tag)
			.cacheControl(CacheControl.noCache().cachePrivate())
			.body(new RouteList(found.rows(), found.total(), page, size, table.resourceVersion(),
					table.freshness().live()));
	}

	private LiveTable table(String name) {
		return this.tables.find(name).orElseThrow(() -> {
			boolean exists = this.gateways.find(name).isPresent();
			return new ResponseStatusException(exists ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.NOT_FOUND);
		});
	}

	private String tag(LiveTable table, Visibility visibility, RouteQuery query) {
		int seen = Objects.hash(visibility, query, table.freshness().live());
		return "\"" + table.version() + "-" + this.catalog.version() + "-" + Integer.toHexString(seen) + "\"";
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
