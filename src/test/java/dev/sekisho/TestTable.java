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
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A table in a document whose rows have a number and name the tests that prove them.
 *
 * @param rows the rows
 */
record TestTable(List<MatchResult> rows) {

	private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\| .*$");

	private static final Pattern TEST = Pattern.compile("`(\\w+(?:Tests|Story|Contract))(?:\\.(\\w+))?`");

	static TestTable in(String document) throws IOException {
		return new TestTable(ROW.matcher(Files.readString(Path.of("docs", document))).results().toList());
	}

	List<Integer> numbers() {
		return this.rows.stream().map((row) -> Integer.valueOf(row.group(1))).toList();
	}

	/**
	 * Asserts that each row names a test, and that all those tests exist.
	 */
	void assertThatItsTestsExist() throws IOException {
		Map<String, Path> tests = tests();
		for (MatchResult row : this.rows) {
			List<MatchResult> named = TEST.matcher(row.group()).results().toList();
			assertThat(named).as(row.group()).isNotEmpty();
			for (MatchResult test : named) {
				assertThat(tests).as(row.group()).containsKey(test.group(1));
				if (test.group(2) != null) {
					assertThat(Files.readString(tests.get(test.group(1)))).as(row.group())
						.containsPattern("void " + test.group(2) + "\\(");
				}
			}
		}
	}

	private static Map<String, Path> tests() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
			return files.filter((file) -> file.getFileName().toString().endsWith(".java"))
				.filter((file) -> !file.getFileName().toString().equals("package-info.java"))
				.collect(Collectors.toMap((file) -> file.getFileName().toString().replace(".java", ""),
						Function.identity(), (one, other) -> one));
		}
	}

}
