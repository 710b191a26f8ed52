package dev.sekisho.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.core.io.support.ResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/**
 * Every text of every module exists in both languages, and templates hold none.
 */
class MessageFilesTests {

	private static final ResourcePatternResolver RESOURCES = new PathMatchingResourcePatternResolver();

	private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)[,}]");

	private static final Pattern KEY = Pattern.compile("#\\{([a-z0-9.-]+)[}(]");

	private static final Pattern NOT_TEXT = Pattern
		.compile("(?s)<!--.*?-->|<(?:\"[^\"]*\"|'[^']*'|[^'\">])*>|\\[\\[.*?]]|&[a-z#0-9]+;");

	private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->");

	// The same in every language: names, keys and words of a manifest.
	private static final Set<String> NAMES = Set.of("Sekisho", "VirtualService", "Gateway", "Enter", "Ctrl", "Esc",
			"exact", "prefix", "regex", "GET", "HEAD");

	@ParameterizedTest
	@MethodSource("modules")
	void bothLanguagesHaveTheSameTexts(String module) throws IOException {
		assertThat(texts(module + "_ja").keySet()).isEqualTo(texts(module).keySet());
	}

	@ParameterizedTest
	@MethodSource("modules")
	void bothLanguagesNameTheSameArguments(String module) throws IOException {
		Map<String, String> japanese = texts(module + "_ja");
		texts(module).forEach((key, english) -> assertThat(arguments(english)).as(key)
			.containsAll(arguments(japanese.getOrDefault(key, ""))));
	}

	@ParameterizedTest
	@MethodSource("modules")
	void everyTextWithArgumentsCanBeFormatted(String module) throws IOException {
		for (String name : List.of(module, module + "_ja")) {
			texts(name).forEach((key, text) -> {
				if (!arguments(text).isEmpty()) {
					assertThatCode(() -> new MessageFormat(text, Locale.ENGLISH)).as(key).doesNotThrowAnyException();
				}
			});
		}
	}

	@Test
	void everyTextThatATemplateNamesExists() throws IOException {
		TreeSet<String> written = new TreeSet<>();
		for (String module : modules().toList()) {
			written.addAll(texts(module).keySet());
		}
		for (Resource template : templates()) {
			String content = COMMENT.matcher(template.getContentAsString(StandardCharsets.UTF_8)).replaceAll("");
			assertThat(KEY.matcher(content).results().map((key) -> key.group(1))).as(template.getFilename())
				.isSubsetOf(written);
		}
	}

	@Test
	void templatesHoldNoWords() throws IOException {
		for (Resource template : templates()) {
			String content = template.getContentAsString(StandardCharsets.UTF_8);
			String text = NOT_TEXT.matcher(content).replaceAll(" ").strip();
			assertThat(Arrays.stream(text.split("\\s+"))
				.filter((word) -> word.matches(".*\\p{L}{2,}.*") && !NAMES.contains(word))).as(template.getFilename())
				.isEmpty();
		}
	}

	private static Stream<String> modules() throws IOException {
		return Arrays.stream(RESOURCES.getResources("file:src/main/resources/messages/*.properties"))
			.map((file) -> String.valueOf(file.getFilename()).replace(".properties", ""))
			.filter((name) -> !name.endsWith("_ja"));
	}

	private static Map<String, String> texts(String name) throws IOException {
		Properties properties = PropertiesLoaderUtils.loadProperties(
				new EncodedResource(RESOURCES.getResource("file:src/main/resources/messages/" + name + ".properties"),
						StandardCharsets.UTF_8));
		Map<String, String> texts = new TreeMap<>();
		properties.forEach((key, text) -> texts.put(key.toString(), text.toString()));
		return texts;
	}

	private static List<Resource> templates() throws IOException {
		return List.of(RESOURCES.getResources("file:src/main/resources/templates/**/*.html"));
	}

	private static TreeSet<String> arguments(String text) {
		TreeSet<String> arguments = new TreeSet<>();
		ARGUMENT.matcher(text).results().map((MatchResult match) -> match.group(1)).forEach(arguments::add);
		return arguments;
	}

}
