package dev.sekisho.route.web;

import java.util.Set;

import dev.sekisho.access.Visibility;

/**
 * Who looks at routes.
 *
 * @param visibility the namespaces whose routes they see
 * @param own the namespaces in which they are an author
 */
record Reader(Visibility visibility, Set<String> own) {

	Reader {
		own = Set.copyOf(own);
	}

	boolean sees(String namespace) {
		return this.visibility.sees(namespace);
	}

}
