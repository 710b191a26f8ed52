package dev.sekisho.routing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Replays what istiod and Envoy really answered. Folders: system property
 * {@code sekisho.oracle}; families: {@code sekisho.oracle.families}, all by default.
 */
class RecordedOracleTests {

	private static final int SHOWN = 40;

	@Test
	void answersAsIstiodAndEnvoyDid() throws IOException {
		List<Path> files = recordings();
		assumeTrue(!files.isEmpty(), "no recordings: give -Dsekisho.oracle=FOLDER");
		Set<String> families = families();
		int scenarios = 0;
		int requests = 0;
		int cantTell = 0;
		List<String> wrong = new ArrayList<>();
		for (Path file : files) {
			for (String line : Files.readAllLines(file)) {
				RecordedScenario scenario = RecordedScenario.parse(line);
				if (scenario == null || !(families.isEmpty() || families.contains(scenario.family()))) {
					continue;
				}
				scenarios++;
				requests += scenario.requestCount();
				RecordedScenario.Verdict verdict = scenario.replay();
				cantTell += verdict.cantTell();
				wrong.addAll(verdict.wrong());
			}
		}
		System.out.printf("%d scenarios, %d requests, %d wrong, %d can't tell%n", scenarios, requests, wrong.size(),
				cantTell);
		wrong.stream().limit(SHOWN).forEach(System.out::println);
		assertThat(scenarios).isPositive();
		assertThat(wrong.size()).isZero();
	}

	static List<Path> recordings() throws IOException {
		List<Path> files = new ArrayList<>();
		for (String folder : System.getProperty("sekisho.oracle", "../shared/oracle").split(":")) {
			if (Files.isDirectory(Path.of(folder))) {
				try (Stream<Path> found = Files.walk(Path.of(folder))) {
					found.filter((file) -> file.toString().endsWith(".jsonl")).sorted().forEach(files::add);
				}
			}
		}
		return files;
	}

	private static Set<String> families() {
		String families = System.getProperty("sekisho.oracle.families", "");
		return families.isBlank() ? Set.of() : Set.copyOf(Arrays.asList(families.split(",")));
	}

}
