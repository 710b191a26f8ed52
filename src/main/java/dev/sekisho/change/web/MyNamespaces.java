package dev.sekisho.change.web;

import java.util.Set;
import java.util.TreeSet;

import org.springframework.stereotype.Component;

import dev.sekisho.access.Caller;
import dev.sekisho.access.Rights;
import dev.sekisho.access.Visibility;
import dev.sekisho.cluster.Cluster;
import dev.sekisho.route.ServiceCatalog;

/**
 * The namespaces in which somebody may fill in the form: those in which they may author
 * changes, or where nothing can be sent anyway, those they see, to try things.
 */
@Component
class MyNamespaces {

	private final Cluster cluster;

	private final Rights rights;

	private final ServiceCatalog catalog;

	MyNamespaces(Cluster cluster, Rights rights, ServiceCatalog catalog) {
		this.cluster = cluster;
		this.rights = rights;
		this.catalog = catalog;
	}

	Set<String> of(Caller caller) {
		if (this.cluster.info().writable()) {
			return this.rights.authorNamespaces(caller);
		}
		Visibility visibility = this.rights.visibility(caller);
		Set<String> seen = new TreeSet<>(this.catalog.namespaces());
		seen.removeIf((namespace) -> !visibility.sees(namespace));
		return seen;
	}

}
