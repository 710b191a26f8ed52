package dev.sekisho.routing.regex;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/**
 * The verdicts were taken from Go 1.26 and from RE2.
 */
class RegexesTests {

	@ParameterizedTest
	@ValueSource(strings = { "", "/a(b|c)*", "[]a]", "[a-]", "[^/]+", "(?i)a", "(?i:a)b", "(?s).", "(?)", "()", "(|a)",
			"a{,3}", "{", "a{1", "\\Qa*b", "\\Q\\E", "(?<n>a)", "(?P<n>a)(?P<n>b)", "[[:^word:]]", "[:alpha:]",
			"\\pL\\p{^Greek}\\P{Lu}", "x(?i)*", "a{1000}", "(?:a{10}){100}", "\\07\\x41\\x{e9}\\_", "^*$+",
			"a*?b|c??" })
	void bothTake(String regex) {
		assertThat(Regexes.problem(regex)).isEmpty();
		assertThat(Regexes.byEnvoy(regex)).isEqualTo(Regexes.Verdict.FINE);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', value = { "(a~missing closing )", "a)~unexpected )", "[a~missing closing ]",
			"*~missing argument to repetition operator", "a|*~missing argument to repetition operator",
			"a**~invalid nested repetition operator", "a{2}{3}~invalid nested repetition operator",
			"a{1001}~invalid repeat count", "a{3,2}~invalid repeat count", "(?:a{100}){11}~invalid repeat count",
			"a(?!b)~invalid or unsupported Perl syntax", "(?i-)~invalid or unsupported Perl syntax",
			"(?P<n-x>a)~invalid named capture", "\\1~invalid escape sequence", "\\C~invalid escape sequence",
			"\\Z~invalid escape sequence", "[\\b]~invalid escape sequence", "\\x{110000}~invalid escape sequence",
			"[z-a]~invalid character class range", "[[:foo:]]~invalid character class range",
			"\\p{Old_Italic}~invalid character class range", "a\\~trailing backslash at end of expression" })
	void istiodRefuses(String regex, String problem) {
		assertThat(Regexes.problem(regex)).isEqualTo(problem);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\\p{Letter}", "\\p{lu}", "\\pl", "\\p{greek}", "\\p{ASCII}", "\\p{Assigned}", "\\p{LC}",
			"\\p{Cn}", "\\x{100}", "[a-\\x{10FFFF}]", "\\400", "((?:a{1000}){0}){2}" })
	void onlyIstiodTakes(String regex) {
		assertThat(Regexes.problem(regex)).isEmpty();
		assertThat(Regexes.byEnvoy(regex)).isEqualTo(Regexes.Verdict.REFUSED);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~',
			value = { "a~5", "abc~7", "a|b~5", "ab|cd~8", "[ab]?~6", "(?:[ab]?){10}~24", "(?:[ab]?){100}~204", "a*~5",
					"(a*)*~11", "(?P<n>a)~7", "\\p{Greek}~1", "(?:ab*c+){1000}~5004", "(?:[a-z0-9]+/){1000}~4004",
					"\\B{100}[a-z]~6", "é~6" })
	void countsInstructionsAsRe2Does(String regex, int size) throws RegexSyntaxException {
		String bytes = new String(regex.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
		assertThat(RegexProgram.size(RegexReader.read(bytes, RegexDialect.RE2))).isEqualTo(size);
	}

	@Test
	void envoyRefusesLargePrograms() {
		assertThat(Regexes.byEnvoy("/(?:" + "a".repeat(40) + "){1000}")).isEqualTo(Regexes.Verdict.TOO_LARGE);
		assertThat(Regexes.byEnvoy("/(?:" + "a".repeat(20) + "){1000}")).isEqualTo(Regexes.Verdict.FINE);
		assertThat(Regexes.byEnvoy("\\pL{1000}")).isEqualTo(Regexes.Verdict.FINE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "(?:(?:a?){100}b?){10}", "(?:[a-z]?[0-9]?){1000}", "(?:(a*)*|b*){1000}",
			"(?i:\\z??|[\\w-]|\\D[\\w-]+?){1000}", "(((((((((a{2}){2}){2}){2}){2}){2}){2}){2}){2})" })
	@Timeout(5)
	void bombsTakeNoTime(String regex) {
		assertThat(Regexes.byEnvoy(regex)).isNotNull();
	}

	@Test
	void nestsDeeplyWithoutFailing() {
		String deep = "(".repeat(511) + ")".repeat(511);
		assertThatCode(() -> Regexes.byEnvoy(deep)).doesNotThrowAnyException();
		assertThat(Regexes.problem(deep)).isEmpty();
	}

}
