package dev.sekisho.routing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Replays what the API server's schema, istiod and Envoy really answered. Folders: system
 * property {@code sekisho.oracle}, several separated by the path separator; families of
 * scenarios: {@code sekisho.oracle.families}, all by default.
 */
class RecordedOracleTests {

	private static final int SHOWN = Integer.getInteger("sekisho.oracle.shown", 40);

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@Test
	void answersAsIstiodAndEnvoyDid() throws IOException {
		List<Path> files = recordings();
		assumeTrue(!files.isEmpty(), "no recordings: give -Dsekisho.oracle=FOLDER");
		Replay replay = new Replay(families());
		for (Path file : files) {
			try (Stream<String> lines = Files.lines(file)) {
				lines.filter((line) -> !line.isBlank()).forEach((line) -> replay.add(parse(line)));
			}
		}
		replay.print();
		assertThat(replay.scenarios + replay.verdicts).isPositive();
		assertThat(replay.wrongRequests).hasSize(0);
		assertThat(replay.wrongVerdicts).hasSize(0);
	}

	static List<Path> recordings() throws IOException {
		List<Path> files = new ArrayList<>();
		for (String folder : System.getProperty("sekisho.oracle", "../shared/oracle").split(File.pathSeparator)) {
			if (Files.isDirectory(Path.of(folder))) {
				try (Stream<Path> found = Files.walk(Path.of(folder))) {
					found.filter((file) -> file.toString().endsWith(".jsonl")).sorted().forEach(files::add);
				}
			}
		}
		return files;
	}

	@SuppressWarnings("unchecked")
	private static Map<String, ?> parse(String line) {
		return JSON.readValue(line, Map.class);
	}

	private static Set<String> families() {
		String families = System.getProperty("sekisho.oracle.families", "");
		return families.isBlank() ? Set.of() : Set.copyOf(Arrays.asList(families.split(",")));
	}

	/**
	 * Counts what was replayed and what was wrong.
	 */
	private static final class Replay {

		private final Set<String> families;

		private final List<String> wrongRequests = new ArrayList<>();

		private final List<String> wrongVerdicts = new ArrayList<>();

		private int scenarios;

		private int requests;

		private int cantTell;

		private int verdicts;

		private int beyond;

		Replay(Set<String> families) {
			this.families = families;
		}

		void add(Map<String, ?> line) {
			RecordedScenario scenario = RecordedScenario.of(line);
			if (scenario != null) {
				if (this.families.isEmpty() || this.families.contains(scenario.family())) {
					add(scenario);
				}
			}
			else if (line.containsKey("admitted")) {
				RecordedVerdict verdict = RecordedVerdict.of(line);
				this.verdicts++;
				this.beyond += verdict.isBeyond() ? 1 : 0;
				List<String> differences = verdict.differences();
				if (!differences.isEmpty()) {
					this.wrongVerdicts.add(String.join("; ", differences));
				}
			}
		}

		private void add(RecordedScenario scenario) {
			RecordedScenario.Verdict verdict = scenario.replay();
			this.scenarios++;
			this.requests += scenario.requestCount();
			this.cantTell += verdict.cantTell();
			this.wrongRequests.addAll(verdict.wrong());
		}

		void print() {
			if (this.scenarios > 0) {
				System.out.printf("%d scenarios, %d requests, %d wrong%s%n", this.scenarios, this.requests,
						this.wrongRequests.size(), cantTell(this.cantTell));
				this.wrongRequests.stream().limit(SHOWN).forEach(System.out::println);
			}
			if (this.verdicts > 0) {
				System.out.printf("%d verdicts, %d wrong%s%n", this.verdicts, this.wrongVerdicts.size(),
						cantTell(this.beyond));
				this.wrongVerdicts.stream().limit(SHOWN).forEach(System.out::println);
			}
		}

		private static String cantTell(int count) {
			return (count > 0) ? ", " + count + " can't tell" : "";
		}

	}

}
