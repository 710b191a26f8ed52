package dev.sekisho.route.web;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

import dev.sekisho.access.Caller;
import dev.sekisho.access.Rights;
import dev.sekisho.route.Owner;
import dev.sekisho.route.Owners;
import dev.sekisho.route.ServiceCatalog;
import dev.sekisho.route.ServiceEntryPoint;

/**
 * Where the caller may register routes, and to which Services they can lead.
 */
@RestController
@Tag(name = "Namespaces")
class NamespacesApi {

	private final ServiceCatalog catalog;

	private final Owners owners;

	private final Rights rights;

	NamespacesApi(ServiceCatalog catalog, Owners owners, Rights rights) {
		this.catalog = catalog;
		this.owners = owners;
		this.rights = rights;
	}

	@Operation(summary = "The namespaces in which the caller may register routes",
			description = "Those in which the caller may create RouteChanges and RouteReviews, with their owners.")
	@ApiResponse(responseCode = "200", description = "The namespaces, by name; may be empty.")
	@GetMapping("/api/v1/namespaces")
	NamespaceList namespaces(Caller caller) {
		List<String> existing = this.catalog.namespaces();
		return new NamespaceList(this.rights.authorNamespaces(caller)
			.stream()
			.filter(existing::contains)
			.sorted()
			.map((name) -> new NamespaceItem(name, this.owners.of(name)))
			.toList());
	}

	@Operation(summary = "The Services a route of a namespace can lead to",
			description = "With their ports and how many endpoints are ready.")
	@ApiResponse(responseCode = "200", description = "The Services, by name.")
	@ApiResponse(responseCode = "404", description = "No such namespace, or the caller may not register there.")
	@GetMapping("/api/v1/namespaces/{namespace}/services")
	ServiceList services(Caller caller, @PathVariable String namespace) {
		if (!this.rights.authorNamespaces(caller).contains(namespace)
				|| !this.catalog.namespaces().contains(namespace)) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		return new ServiceList(this.catalog.services(namespace));
	}

	/**
	 * Namespaces.
	 *
	 * @param items the namespaces
	 */
	record NamespaceList(List<NamespaceItem> items) {

	}

	/**
	 * A namespace.
	 *
	 * @param name its name
	 * @param owner who stands behind it
	 */
	record NamespaceItem(String name, Owner owner) {

	}

	/**
	 * Services.
	 *
	 * @param items the Services
	 */
	record ServiceList(List<ServiceEntryPoint> items) {

	}

}
