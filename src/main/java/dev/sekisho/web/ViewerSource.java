package dev.sekisho.web;

import java.util.Optional;

/**
 * Says who is looking at the present page; a port, since this module knows nobody.
 */
@FunctionalInterface
public interface ViewerSource {

	/**
	 * The person behind the present request.
	 * @return nobody when not signed in
	 */
	Optional<Viewer> viewer();

}
