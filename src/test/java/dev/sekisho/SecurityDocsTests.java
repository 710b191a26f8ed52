package dev.sekisho;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The table of abuses in {@code docs/security.md}: each row names tests that exist.
 */
class SecurityDocsTests {

	private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\| .*$");

	private static final Pattern TEST = Pattern.compile("`(\\w+Tests)(?:\\.(\\w+))?`");

	private static final Pattern CODE = Pattern.compile("SKS\\d{4}");

	// Those of the design come first, in its order.
	private static final int ABUSES = 32;

	@Test
	void hasARowForEachAbuse() throws IOException {
		assertThat(rows()).extracting((row) -> Integer.valueOf(row.group(1)))
			.startsWith(IntStream.rangeClosed(1, ABUSES).boxed().toArray(Integer[]::new))
			.doesNotHaveDuplicates();
		assertThat(rows()).allSatisfy((row) -> assertThat(TEST.matcher(row.group()).find()).as(row.group()).isTrue());
	}

	@Test
	void namesTestsThatExist() throws IOException {
		Map<String, Path> tests = tests();
		for (MatchResult row : rows()) {
			for (MatchResult test : TEST.matcher(row.group()).results().toList()) {
				assertThat(tests).as(row.group()).containsKey(test.group(1));
				if (test.group(2) != null) {
					assertThat(Files.readString(tests.get(test.group(1)))).as(row.group())
						.containsPattern("void " + test.group(2) + "\\(");
				}
			}
		}
	}

	@Test
	void namesChecksThatHaveAWorld() throws IOException {
		try (Stream<Path> worlds = Files.list(Path.of("src", "test", "resources", "worlds", "check"))) {
			List<String> names = worlds.map((world) -> world.getFileName().toString()).toList();
			for (MatchResult row : rows()) {
				CODE.matcher(row.group())
					.results()
					.forEach((code) -> assertThat(names).anyMatch((name) -> name.startsWith(code.group())));
			}
		}
	}

	private static List<MatchResult> rows() throws IOException {
		return ROW.matcher(Files.readString(Path.of("docs", "security.md"))).results().toList();
	}

	private static Map<String, Path> tests() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
			return files.filter((file) -> file.getFileName().toString().endsWith("Tests.java"))
				.collect(Collectors.toMap((file) -> file.getFileName().toString().replace(".java", ""),
						Function.identity()));
		}
	}

}
