package dev.sekisho.route.web;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.sekisho.route.EntryPoint;
import dev.sekisho.routing.Answer;
import dev.sekisho.routing.ObjectName;
import dev.sekisho.routing.Route;

/**
 * What the gateway would answer, and why.
 *
 * @param gateway the shared gateway that was asked
 * @param entry what the load balancer does with the request before: {@code takes},
 * {@code redirects}, {@code taken-before}, {@code may-be-taken}, {@code no-rule},
 * {@code no-listener} or {@code unknown}
 * @param answer the answer
 * @param reasons the routes that were tried before, in order, and why each lost
 * @param after the answer after the change that was named; {@code null} without one
 */
record SimulationResult(String gateway, String entry, Given answer, List<Reason> reasons, @Nullable After after) {

	static SimulationResult of(Simulation simulation, Reader reader) {
		Answer after = simulation.after();
		EntryPoint entry = simulation.entry();
		return new SimulationResult(simulation.table().gateway().name(),
				((entry != null) ? entry.kind() : EntryPoint.Kind.UNKNOWN).value(), Given.of(simulation.now(), reader),
				reasons(simulation.now(), reader), (after != null)
						? new After(simulation.changed(), Given.of(after, reader), reasons(after, reader)) : null);
	}

	private static List<Reason> reasons(Answer answer, Reader reader) {
		return answer.attempts().stream().map((attempt) -> Reason.of(attempt, reader)).toList();
	}

	private static @Nullable ObjectName name(@Nullable Route route, Reader reader) {
		boolean seen = route != null && reader.sees(route.virtualService().namespace());
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

		static Given of(Answer answer, Reader reader) {
			Route route = answer.route();
			ObjectName name = name(route, reader);
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
	 * The answer after a change.
	 *
	 * @param changed whether another route answers, or something else arrives
	 * @param answer the answer
	 * @param reasons the routes that are tried before, in order, and why each loses
	 */
	record After(boolean changed, Given answer, List<Reason> reasons) {

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

		static Reason of(Answer.Attempt attempt, Reader reader) {
			ObjectName name = SimulationResult.name(attempt.route(), reader);
			if (name == null) {
				return new Reason(attempt.position() + 1, null, "", "", null, null);
			}
			Answer.FailedCondition failed = attempt.failed();
			return new Reason(attempt.position() + 1, name, value(failed.dimension()), failed.name(),
					MatchView.Condition.of(failed.name(), failed.condition(), false), failed.actual());
		}

	}

}
