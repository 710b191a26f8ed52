package dev.sekisho.guard;

import java.util.stream.Stream;

import dev.sekisho.route.SharedGateway;

/**
 * Finds the foreign writes of some ways.
 */
@FunctionalInterface
interface Finder {

	/**
	 * Looks at what the watches show.
	 * @param gateway the shared gateway
	 * @return what was found, in no order
	 */
	Stream<Found> on(SharedGateway gateway);

}
