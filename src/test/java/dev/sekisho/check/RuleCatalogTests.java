package dev.sekisho.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.MessageSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every rule has a code, texts and worlds, and stands in {@code docs/checks.md}. Written
 * anew with {@code -Dsekisho.docs.write=true}.
 */
class RuleCatalogTests {

	private static final Path PAGE = Path.of("docs/checks.md");

	private static final Pattern CODE = Pattern.compile("\\bSKS\\d{4}\\b");

	// Not about a proposal: OddManifestTests and AnalyzeCommandTests have these.
	private static final Set<String> WITHOUT_A_WORLD = Set.of("SKS0001", "SKS0901", "SKS0902");

	private final MessageSource messages = CheckWorldTests.messages();

	@Test
	void everyCodeIsUniqueAndWellFormed() {
		assertThat(RuleCatalog.codes()).extracting(RuleCode::code)
			.doesNotHaveDuplicates()
			.allMatch((code) -> code.matches("SKS\\d{4}"));
	}

	@Test
	void everyCodeHasTextsInBothLanguages() {
		for (RuleCode code : RuleCatalog.codes()) {
			for (String part : List.of("title", "message", "why")) {
				String key = "check." + code.code() + "." + part;
				String english = this.messages.getMessage(key, null, Locale.ENGLISH);
				assertThat(english).as(key).isNotBlank();
				assertThat(this.messages.getMessage(key, null, Locale.JAPANESE)).as(key)
					.isNotBlank()
					.isNotEqualTo(english);
			}
		}
	}

	@Test
	void everyGuardrailHasAWorld() {
		List<String> files = CheckWorldTests.files();
		assertThat(RuleCatalog.codes()).extracting(RuleCode::code)
			.filteredOn((code) -> code.startsWith("SKS0") && !WITHOUT_A_WORLD.contains(code))
			.allMatch((code) -> files.stream().anyMatch((file) -> file.startsWith(code)));
	}

	@Test
	void whatNobodyElseDetectsIsDetected() {
		List<String> codes = RuleCatalog.codes().stream().map(RuleCode::code).toList();
		List<Map<String, Object>> rows = CheckWorld.maps(CheckWorld.yaml("undetected.yaml", List.class));
		assertThat(rows).hasSize(25).allSatisfy((row) -> assertThat((List<?>) row.get("by")).isNotEmpty());
		rows.forEach((row) -> ((List<?>) row.get("by")).stream()
			.map(String::valueOf)
			.filter((code) -> code.startsWith("SKS0"))
			.forEach((code) -> assertThat(codes).contains(code)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "src/main/java", "src/main/resources", "frontend/src", "helm", "docs", "README.md" })
	void everyCodeThatSomebodyCanMeetIsInTheCatalogue(String place) throws IOException {
		List<String> codes = RuleCatalog.codes().stream().map(RuleCode::code).toList();
		try (Stream<Path> files = Files.walk(Path.of(place))) {
			for (Path file : files.filter(RuleCatalogTests::isText).toList()) {
				assertThat(CODE.matcher(Files.readString(file)).results().map(MatchResult::group)).as(file.toString())
					.isSubsetOf(codes);
			}
		}
	}

	@Test
	void everyTextOfACodeBelongsToACodeOfTheCatalogue() {
		List<String> codes = RuleCatalog.codes().stream().map(RuleCode::code).toList();
		assertThat(ResourceBundle.getBundle("messages.check", Locale.ROOT).keySet().stream())
			.filteredOn((key) -> key.startsWith("check.SKS"))
			.allMatch((key) -> codes.contains(key.substring("check.".length(), "check.SKS0000".length())));
	}

	@Test
	void theCatalogueIsWhatTheClassesSay() throws IOException {
		String page = page();
		if (Boolean.getBoolean("sekisho.docs.write")) {
			Files.writeString(PAGE, page);
		}
		assertThat(PAGE).content().as("write it with -Dsekisho.docs.write=true").isEqualTo(page);
	}

	private static boolean isText(Path file) {
		return Files.isRegularFile(file)
				&& Stream.of(".java", ".properties", ".html", ".yaml", ".tpl", ".ts", ".css", ".md", ".json")
					.anyMatch(file.toString()::endsWith);
	}

	private String page() {
		StringBuilder page = new StringBuilder(
				"""
						# Checks

						What the portal checks before a change can be approved. The same checks run while you type, when a change is sent, by REST, and before it is written.
						This page is written by `RuleCatalogTests` from the classes; a last column names the codes of `istioctl analyze` (IST) and Kiali (KIA) for the same
						thing, or a part of it.

						*Blocking* must be repaired. *To acknowledge* is a warning that the reviewer has to tick. A *fix* is one click in the form and a JSON patch in the API.
						`analyze` asks a rule only if its input holds what the column *Offline* names; a rule that needs a change is asked with `--change`.

						| Code | Severity | What | Why | Fix | Alike | Offline |
						|---|---|---|---|---|---|---|
						""");
		Map<String, TreeSet<String>> fixes = fixes();
		for (RuleCode code : RuleCatalog.codes()) {
			page.append(
					"| %s | %s | %s | %s | %s | %s | %s |%n".formatted(code.code(), severity(code), text(code, "title"),
							text(code, "why"), String.join("; ", fixes.getOrDefault(code.code(), new TreeSet<>())),
							String.join(", ", code.alike()), needs(code)));
		}
		page.append("\n## What neither istioctl analyze nor Kiali detects\n\n| Situation | Detected by |\n|---|---|\n");
		CheckWorld.maps(CheckWorld.yaml("undetected.yaml", List.class))
			.forEach((row) -> page.append("| %s | %s |%n".formatted(row.get("what"), by((List<?>) row.get("by")))));
		return page.toString();
	}

	private static String needs(RuleCode code) {
		return code.needs().stream().sorted().map((need) -> switch (need) {
			case CHANGE -> "a change";
			case SHARED_GATEWAY -> "SharedGateway";
			case CLAIMS -> "SharedGateway (Namespaces if it selects by labels)";
			case SERVICES -> "Services";
			case DESTINATION_RULES -> "DestinationRules";
			case NAMESPACES -> "Namespaces";
			case INGRESSES -> "Ingresses";
			case MESH_SETTINGS -> "`--trusted-proxies`";
		}).collect(Collectors.joining(", "));
	}

	private static String by(List<?> codes) {
		List<String> all = RuleCatalog.codes().stream().map(RuleCode::code).toList();
		return String.join(", ",
				codes.stream()
					.map(String::valueOf)
					.flatMap((start) -> all.stream().filter((code) -> code.startsWith(start)))
					.toList());
	}

	private String text(RuleCode code, String part) {
		return this.messages.getMessage("check." + code.code() + "." + part, null, Locale.ENGLISH)
			.replace("''", "'")
			.replace("|", "\\|");
	}

	private static String severity(RuleCode code) {
		return switch (code.severity()) {
			case BLOCKING -> "Blocking";
			case WARNING -> code.acknowledge() ? "To acknowledge" : "Warning";
			case NOTICE -> "Notice";
		};
	}

	// What the worlds' findings offer, by code.
	private Map<String, TreeSet<String>> fixes() {
		Map<String, TreeSet<String>> fixes = new TreeMap<>();
		for (String file : CheckWorldTests.files()) {
			for (CheckCase one : CheckCase.read(file)) {
				for (Finding finding : one.check().findings()) {
					Fix fix = finding.fix();
					if (fix != null) {
						fixes.computeIfAbsent(finding.code(), (code) -> new TreeSet<>())
							.add(this.messages.getMessage(fix.labelCode(), null, Locale.ENGLISH));
					}
				}
			}
		}
		return fixes;
	}

}
