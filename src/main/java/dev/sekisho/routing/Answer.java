package dev.sekisho.routing;

import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the gateway answers to a request.
 *
 * @param outcome the kind of answer
 * @param statuses the statuses the client may see from the gateway itself: several where
 * a weighted choice decides; 200 stands for whatever the destination answers
 * @param route the route that won, if one did
 * @param virtualHost the name of the virtual host that was chosen, if one was
 * @param position the winner's position in it, counted from 0; -1 without a winner
 * @param destinations every destination the winner may choose
 * @param upstreamPath the request target that reaches the destination, if it is known
 * @param upstreamHost the Host that reaches the destination, if it is known
 * @param location where a redirect points to
 * @param tlsRedirect whether the virtual host itself redirected to HTTPS
 * @param attempts the routes tried before the winner, in order, and why each lost: a view
 * that works an item out when it's asked for
 * @param cantTell why there is no answer, for {@link Outcome#CANT_TELL}; else empty
 */
public record Answer(Outcome outcome, List<Integer> statuses, @Nullable Route route, @Nullable String virtualHost,
		int position, List<RouteAction.Destination> destinations, @Nullable String upstreamPath,
		@Nullable String upstreamHost, @Nullable String location, boolean tlsRedirect, List<Attempt> attempts,
		String cantTell) {

	public Answer {
		statuses = List.copyOf(statuses);
		destinations = List.copyOf(destinations);
		attempts = Collections.unmodifiableList(attempts);
	}

	/**
	 * The kinds of answer.
	 */
	public enum Outcome {

		/** A destination gets the request. */
		FORWARDED,
		/** A route won, none of its destinations exists: 503. */
		NO_DESTINATION,
		/** No virtual host or no route: 404. */
		NOT_FOUND,
		/** Redirected. */
		REDIRECTED,
		/** Answered by the gateway itself. */
		RESPONDED,
		/** Refused before routing, such as for its path: 400. */
		REFUSED,
		/** Nothing listens on the port. */
		NO_LISTENER,
		/** Depends on what isn't modelled. */
		CANT_TELL

	}

	/**
	 * A route that was tried and lost.
	 *
	 * @param position its position in the virtual host, counted from 0
	 * @param route the route
	 * @param failed the condition that failed
	 */
	public record Attempt(int position, Route route, FailedCondition failed) {

	}

	/**
	 * A condition that a request didn't meet.
	 *
	 * @param dimension what was compared
	 * @param name the name of the header or query parameter; else empty
	 * @param condition what was asked for
	 * @param actual what the request has; {@code null} if it has none
	 */
	public record FailedCondition(Dimension dimension, String name, StringMatch condition, @Nullable String actual) {

	}

	/**
	 * What a condition looks at.
	 */
	public enum Dimension {

		/** The path without the query. */
		PATH,
		/** The method. */
		METHOD,
		/** The scheme. */
		SCHEME,
		/** The Host header as sent. */
		AUTHORITY,
		/** A header. */
		HEADER,
		/** A header that must not match. */
		WITHOUT_HEADER,
		/** A query parameter. */
		QUERY_PARAM

	}

}
