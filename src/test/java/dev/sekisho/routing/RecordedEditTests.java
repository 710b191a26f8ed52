package dev.sekisho.routing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import dev.sekisho.routing.impact.TrafficImpact;
import dev.sekisho.routing.impact.TrafficImpact.Moved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Holds traffic impacts against recordings of what really changed.
 */
@SuppressWarnings("unchecked")
class RecordedEditTests {

	@Test
	void everyRecordedChangeLiesInAReportedClass() throws IOException {
		Map<String, RecordedScenario> scenarios = scenarios();
		assumeTrue(!scenarios.isEmpty(), "no recordings: give -Dsekisho.oracle=FOLDER");
		int changed = 0;
		List<String> wrong = new ArrayList<>();
		for (RecordedScenario after : scenarios.values()) {
			RecordedScenario before = scenarios.get(after.id().replace("-after", "-before"));
			if (before == null || before == after) {
				continue;
			}
			long start = System.nanoTime();
			TrafficImpact impact = TrafficImpact.between(before.world(), after.world());
			long millis = (System.nanoTime() - start) / 1_000_000;
			System.out.println(after.id() + " " + after.line().get("notes") + " " + impact.moved().size() + " classes, "
					+ impact.introduced().size() + " introduced, " + impact.fixed().size() + " fixed, "
					+ impact.unchanged() + " unchanged, "
					+ impact.moved().stream().filter((moved) -> !moved.certain()).count() + " uncertain, " + millis
					+ " ms");
			for (int i = 0; i < before.requestCount(); i++) {
				Map<String, ?> request = after.requests().get(i);
				if (!Objects.equals(result(before.requests().get(i)), result(request))) {
					changed++;
					HttpRequest sent = RecordedScenario.requestOf(request);
					if (impact.moved().stream().noneMatch((moved) -> covers(moved, before, after, sent))) {
						wrong.add(after.id() + " " + request);
					}
				}
			}
		}
		System.out.printf("%d changed answers, %d outside of every class%n", changed, wrong.size());
		assertThat(wrong).isEmpty();
	}

	private static boolean covers(Moved moved, RecordedScenario before, RecordedScenario after, HttpRequest request) {
		return ImpactWorlds.covers(moved, before.world().routeTable(), after.world().routeTable(), request);
	}

	// What counts as the answer: not the place in the table, which a change elsewhere
	// moves.
	private static Map<String, Object> result(Map<String, ?> request) {
		Map<String, Object> result = new LinkedHashMap<>(
				(Map<String, ?>) Objects.requireNonNull(request.get("result")));
		result.remove("position");
		result.remove("virtualHost");
		result.remove("route");
		return result;
	}

	private static Map<String, RecordedScenario> scenarios() throws IOException {
		Map<String, RecordedScenario> scenarios = new LinkedHashMap<>();
		for (Path file : RecordedOracleTests.recordings()) {
			for (String line : Files.readAllLines(file)) {
				if (line.contains("\"edit\"")) {
					RecordedScenario scenario = RecordedScenario.parse(line);
					if (scenario != null && scenario.family().equals("edit")) {
						scenarios.put(scenario.id(), scenario);
					}
				}
			}
		}
		return scenarios;
	}

}
