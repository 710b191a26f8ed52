package dev.sekisho.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.sekisho.routing.impact.TrafficImpact;
import dev.sekisho.routing.impact.TrafficImpact.Moved;
import dev.sekisho.routing.table.RouteTable;
import dev.sekisho.routing.table.RoutingWorld;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the indexed engine against {@link NaiveTable}, and traffic impacts against all
 * requests at boundaries, on generated worlds. The seed is printed; property
 * {@code sekisho.seed} sets it.
 */
class GeneratedWorldTests {

	private static final int REQUESTS = 200;

	private static final long SEED = Long.getLong("sekisho.seed", 20_240_601);

	@Test
	void answersAsTheNaiveEvaluatorDoes() {
		assertThat(compareAnswers(300)).isGreaterThanOrEqualTo(50_000);
	}

	@Test
	@Tag("long")
	void answersAMillionRequestsAsTheNaiveEvaluatorDoes() {
		assertThat(compareAnswers(6_000)).isGreaterThanOrEqualTo(1_000_000);
	}

	@Test
	void impactsAreCompleteAndTheirWitnessesTrue() {
		checkImpacts(250);
	}

	@Test
	@Tag("long")
	void manyImpactsAreCompleteAndTheirWitnessesTrue() {
		checkImpacts(10_000);
	}

	private static int compareAnswers(int worlds) {
		int requests = 0;
		List<String> wrong = new ArrayList<>();
		for (int i = 0; i < worlds && wrong.size() < 5; i++) {
			GeneratedWorld generated = new GeneratedWorld(SEED + i);
			RouteTable table = generated.world().routeTable();
			NaiveTable naive = new NaiveTable(generated.virtualServices());
			for (HttpRequest request : generated.requests(REQUESTS)) {
				requests++;
				String expected = naive.winner(request);
				String actual = label(table.answer(request).route());
				if (!expected.equals(actual)) {
					wrong.add("seed " + (SEED + i) + " " + request + " expected " + expected + " got " + actual);
				}
			}
		}
		System.out.printf("seed %d: %d worlds, %d requests, %d wrong%n", SEED, worlds, requests, wrong.size());
		assertThat(wrong).isEmpty();
		return requests;
	}

	private static void checkImpacts(int worlds) {
		List<String> wrong = new ArrayList<>();
		int changed = 0;
		int uncertain = 0;
		for (int i = 0; i < worlds && wrong.size() < 5; i++) {
			GeneratedWorld generated = new GeneratedWorld(SEED + i);
			RoutingWorld before = generated.world();
			before.routeTable();
			RoutingWorld after = (i % 5 == 0) ? before.withoutVirtualService(generated.anyName())
					: before.with(generated.change());
			TrafficImpact impact = TrafficImpact.between(before, after);
			uncertain += (int) impact.moved().stream().filter((moved) -> !moved.certain()).count();
			String where = "seed " + (SEED + i) + " ";
			for (HttpRequest request : generated.requests(REQUESTS)) {
				if (differs(before, after, request)) {
					changed++;
					boolean covered = impact.moved()
						.stream()
						.anyMatch((moved) -> ImpactWorlds.covers(moved, before.routeTable(), after.routeTable(),
								request));
					if (!covered) {
						wrong.add(where + "not covered: " + request);
					}
				}
			}
			for (Moved moved : impact.moved()) {
				if (moved.certain() && !differs(before, after, moved.witness())) {
					wrong.add(where + "no difference: " + moved);
				}
			}
			wrong.addAll(rebuilt(where, after));
		}
		System.out.printf("seed %d: %d changes, %d changed answers, %d classes can't be told, %d wrong%n", SEED, worlds,
				changed, uncertain, wrong.size());
		assertThat(wrong).isEmpty();
		assertThat(changed).isPositive();
	}

	// A table that was kept up is the same as one that is built anew.
	private static List<String> rebuilt(String where, RoutingWorld kept) {
		RouteTable fresh = kept.anew().routeTable();
		List<String> one = describe(kept.routeTable());
		List<String> other = describe(fresh);
		return one.equals(other) ? List.of() : List.of(where + "kept " + one + " fresh " + other);
	}

	private static List<String> describe(RouteTable table) {
		List<String> lines = new ArrayList<>();
		for (VirtualHost host : table.virtualHosts(80)) {
			lines.add(host.name() + " " + host.domains() + " "
					+ host.routes().stream().map(GeneratedWorldTests::label).collect(Collectors.joining(", ")) + " "
					+ table.verdicts(80, host.name()));
		}
		return lines;
	}

	private static boolean differs(RoutingWorld before, RoutingWorld after, HttpRequest request) {
		Answer one = before.routeTable().answer(request);
		Answer other = after.routeTable().answer(request);
		return !Set.copyOf(outcome(one)).equals(Set.copyOf(outcome(other)));
	}

	// What a client or a destination notices, and whose route it was.
	private static List<String> outcome(Answer answer) {
		Route route = answer.route();
		return List.of(answer.outcome().toString(), answer.statuses().toString(), answer.destinations().toString(),
				String.valueOf(answer.upstreamPath()), (route != null) ? route.virtualService().toString() : "none");
	}

	private static String label(@Nullable Route route) {
		return (route != null) ? route.virtualService() + " " + route.httpIndex() + " " + route.matchIndex() : "none";
	}

}
