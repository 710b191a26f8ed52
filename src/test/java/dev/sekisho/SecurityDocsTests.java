package dev.sekisho;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The table of abuses in {@code docs/security.md}: each row names tests that exist.
 */
class SecurityDocsTests {

	private static final String DOCUMENT = "security.md";

	private static final Pattern CODE = Pattern.compile("SKS\\d{4}");

	// Those of the design come first, in its order.
	private static final int ABUSES = 32;

	@Test
	void hasARowForEachAbuse() throws IOException {
		assertThat(TestTable.in(DOCUMENT).numbers())
			.startsWith(IntStream.rangeClosed(1, ABUSES).boxed().toArray(Integer[]::new))
			.doesNotHaveDuplicates();
	}

	@Test
	void namesTestsThatExist() throws IOException {
		TestTable.in(DOCUMENT).assertThatItsTestsExist();
	}

	@Test
	void namesChecksThatHaveAWorld() throws IOException {
		try (Stream<Path> worlds = Files.list(Path.of("src", "test", "resources", "worlds", "check"))) {
			List<String> names = worlds.map((world) -> world.getFileName().toString()).toList();
			for (MatchResult row : TestTable.in(DOCUMENT).rows()) {
				CODE.matcher(row.group())
					.results()
					.forEach((code) -> assertThat(names).anyMatch((name) -> name.startsWith(code.group())));
			}
		}
	}

}
