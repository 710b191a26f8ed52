package dev.sekisho.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.context.support.ResourceBundleMessageSource;

import dev.sekisho.check.CheckCase.Expected;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the checks say in the worlds of {@code src/test/resources/worlds/check}.
 */
class CheckWorldTests {

	private static final ObjectMapper MAPPER = new ObjectMapper();

	private final ResourceBundleMessageSource messages = messages();

	static ResourceBundleMessageSource messages() {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasename("messages.check");
		messages.setDefaultEncoding("UTF-8");
		messages.setFallbackToSystemLocale(false);
		return messages;
	}

	static List<String> files() {
		try (Stream<Path> files = Files
			.list(Path.of(Objects.requireNonNull(CheckWorldTests.class.getResource("/worlds/check")).toURI()))) {
			return files.map((file) -> file.getFileName().toString())
				.filter((name) -> name.startsWith("SKS"))
				.sorted()
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@TestFactory
	Stream<DynamicNode> saysWhatTheWorldsExpect() {
		return files().stream()
			.map((file) -> DynamicContainer.dynamicContainer(file,
					CheckCase.read(file)
						.stream()
						.map((one) -> DynamicTest.dynamicTest(one.name(), () -> verify(one)))));
	}

	private void verify(CheckCase one) {
		List<Finding> findings = one.check().findings();
		assertThat(findings).extracting(CheckWorldTests::at)
			.as(() -> findings.stream().map((finding) -> say(one, finding, Locale.ENGLISH, true)).toList().toString())
			.containsExactlyElementsOf(one.expected().stream().map(Expected::at).toList());
		for (int i = 0; i < findings.size(); i++) {
			verify(one, findings.get(i), one.expected().get(i));
		}
		assertThat(one.check().findings()).extracting(Finding::id)
			.containsExactlyElementsOf(findings.stream().map(Finding::id).toList());
	}

	private void verify(CheckCase one, Finding finding, Expected expected) {
		String text = say(one, finding, Locale.ENGLISH, true);
		expected.texts("says").forEach((part) -> assertThat(text).contains(part));
		assertThat(text).doesNotContain("\u0001", "\u0002", "{0}", "{1}", "{2}", "{3}");
		String hidden = say(one, finding, Locale.ENGLISH, false);
		expected.texts("hides").forEach((secret) -> {
			assertThat(text).contains(secret);
			assertThat(hidden).doesNotContain(secret);
		});
		assertThat(say(one, finding, Locale.JAPANESE, true)).containsPattern("[ぁ-んァ-ヶ一-龠]").isNotEqualTo(text);
		Optional.ofNullable(expected.detail().get("severity"))
			.ifPresent((severity) -> assertThat(finding.severity()).hasToString(severity.toString()));
		Optional.ofNullable(expected.detail().get("acknowledge"))
			.ifPresent((acknowledge) -> assertThat(finding.acknowledge()).isEqualTo(acknowledge));
		assertThat(finding.fix() != null).as("%s has a fix", text).isEqualTo(expected.detail().containsKey("fixed"));
		if (finding.fix() != null) {
			verifyFix(one, finding, finding.fix(), expected);
		}
	}

	private void verifyFix(CheckCase one, Finding finding, Fix fix, Expected expected) {
		Map<String, Object> fixed = CheckWorld.patched(Objects.requireNonNull(one.manifest()), fix);
		String where = String.valueOf(expected.detail().getOrDefault("where", finding.path()));
		JsonNode part = MAPPER.<JsonNode>valueToTree(fixed).at(where);
		JsonNode wanted = MAPPER.valueToTree(expected.detail().get("fixed"));
		assertThat(part.isMissingNode() ? MAPPER.nullNode() : part).isEqualTo(wanted);
		List<String> before = one.check().findings().stream().map(CheckWorldTests::at).toList();
		CheckCase repaired = new CheckCase(one.name(), one.world(), one.key(), fixed, one.stage(), List.of());
		assertThat(repaired.check().findings()).extracting(Finding::id).doesNotContain(finding.id());
		assertThat(repaired.check().findings()).filteredOn((left) -> left.severity() == Severity.BLOCKING)
			.extracting(Finding::code)
			.isSubsetOf(before.stream().map((at) -> at.substring(0, 7)).toList());
		Stream.of(Locale.ENGLISH, Locale.JAPANESE)
			.forEach((locale) -> assertThat(texts(one).fix(finding, locale)).isPresent());
	}

	private String say(CheckCase one, Finding finding, Locale locale, boolean everything) {
		FindingTexts texts = texts(one);
		return at(finding) + " " + finding.severity() + ": " + texts.title(finding, locale) + ". "
				+ texts.message(finding, locale, (namespace) -> everything || namespace.equals(one.key().namespace()))
				+ " " + texts.why(finding, locale);
	}

	private FindingTexts texts(CheckCase one) {
		return new FindingTexts(this.messages, one.world().routes().owners());
	}

	private static String at(Finding finding) {
		return (finding.code() + " " + finding.path()).strip();
	}

}
