package dev.sekisho.route.web;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.sekisho.access.Visibility;
import dev.sekisho.routing.Answer;
import dev.sekisho.routing.ObjectName;
import dev.sekisho.routing.Route;

/**
 * What the gateway would answer, and why.
 *
 * @param answer the answer
 * @param reasons the routes that were tried before, in order, and why each lost
 */
record SimulationResult(Given answer, List<Reason> reasons) {

	static SimulationResult of(Answer answer, Visibility visibility) {
		List<Reason> reasons = answer.attempts().stream().map((attempt) -> Reason.of(attempt, visibility)).toList();
		return new SimulationResult(Given.of(answer, visibility), reasons);
	}

	private static @Nullable ObjectName name(@Nullable Route route, Visibility visibility) {
		boolean seen = route != null && visibility.sees(route.virtualService().namespace());
		return (route != null && seen) ? route.virtualService() : null;
	}

	private static String value(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * The answer.
	 *
	 * @param outcome the kind of answer
	 * @param status the status; 200 stands for whatever the destination answers; 0 if it
	 * can't be told
	 * @param statuses all statuses that are possible
	 * @param virtualService where the winning route is written; {@code null} if none won
	 * or the reader doesn't see it
	 * @param route the winning route's name; may be empty
	 * @param hidden whether a route won that the reader doesn't see
	 * @param virtualHost the virtual host
	 * @param position the winner's position, from 1; 0 if none won
	 * @param destinations where the request may go
	 * @param upstreamPath the path and query that arrive there
	 * @param upstreamHost the Host that arrives there
	 * @param location where a redirect leads
	 * @param cantTell why it can't be told; else empty
	 */
	record Given(String outcome, int status, List<Integer> statuses, @Nullable ObjectName virtualService, String route,
			boolean hidden, @Nullable String virtualHost, int position, List<ActionView.Destination> destinations,
			@Nullable String upstreamPath, @Nullable String upstreamHost, @Nullable String location, String cantTell) {

		static Given of(Answer answer, Visibility visibility) {
			Route route = answer.route();
			ObjectName name = name(route, visibility);
			boolean hidden = route != null && name == null;
			List<ActionView.Destination> destinations = hidden ? List.of()
					: answer.destinations().stream().map(ActionView.Destination::of).toList();
			return new Given(value(answer.outcome()), answer.statuses().isEmpty() ? 0 : answer.statuses().get(0),
					answer.statuses(), name, (route != null && !hidden) ? route.name() : "", hidden,
					hidden ? null : answer.virtualHost(), answer.position() + 1, destinations,
					hidden ? null : answer.upstreamPath(), hidden ? null : answer.upstreamHost(), answer.location(),
					answer.cantTell());
		}

	}

	/**
	 * A route that was tried and lost.
	 *
	 * @param position its position, from 1
	 * @param virtualService where it is written; {@code null} if the reader doesn't see
	 * it, then the rest is empty
	 * @param dimension what was compared
	 * @param name the header or query parameter
	 * @param condition what was asked for
	 * @param actual what the request has; {@code null} if it has none
	 */
	record Reason(int position, @Nullable ObjectName virtualService, String dimension, String name,
			MatchView.@Nullable Condition condition, @Nullable String actual) {

		static Reason of(Answer.Attempt attempt, Visibility visibility) {
			ObjectName name = SimulationResult.name(attempt.route(), visibility);
			if (name == null) {
				return new Reason(attempt.position() + 1, null, "", "", null, null);
			}
			Answer.FailedCondition failed = attempt.failed();
			return new Reason(attempt.position() + 1, name, value(failed.dimension()), failed.name(),
					MatchView.Condition.of(failed.name(), failed.condition(), false), failed.actual());
		}

	}

}
