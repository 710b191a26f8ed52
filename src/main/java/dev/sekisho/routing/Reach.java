package dev.sekisho.routing;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Whether any request reaches a route.
 *
 * @param verdict the verdict
 * @param witness a request that reaches the route, when {@link Verdict#REACHED} or
 * {@link Verdict#PARTLY_SHADOWED}; a sample to try when {@link Verdict#CANT_TELL}
 * @param shadowedWitness a request that the route matches and an earlier one answers, if
 * there is one
 * @param by the earlier routes that take its requests, in order; not all of them where
 * there are more than {@value #MOST_TAKERS}
 */
public record Reach(Verdict verdict, @Nullable HttpRequest witness, @Nullable HttpRequest shadowedWitness,
		List<Route> by) {

	/** How many earlier routes are named at most. */
	public static final int MOST_TAKERS = 50;

	public Reach {
		by = List.copyOf(by);
	}

	/**
	 * The verdicts.
	 */
	public enum Verdict {

		/** No earlier route takes any of its requests. */
		REACHED,
		/** Earlier routes take some of its requests. */
		PARTLY_SHADOWED,
		/** Earlier routes take all of its requests. */
		SHADOWED,
		/** No request can match it, whatever comes before. */
		NEVER_MATCHES,
		/** The budget was spent. */
		CANT_TELL

	}

}
