package dev.sekisho.chain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What chains say has words, in both languages.
 */
class ChainMessagesTests {

	@ParameterizedTest
	@ValueSource(strings = { "", "ja" })
	void everythingThatWorldsSayHasText(String language) throws Exception {
		ResourceBundle texts = texts(language);
		for (String name : ChainWorldTests.worlds()) {
			World world = World.read(name);
			Chain chain = ChainResolver.resolve(world.seen(), world.subject());
			assertThat(said(chain)).as(name)
				.allSatisfy((key) -> assertThat(texts.containsKey("chain." + key)).as(key).isTrue());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "ja" })
	void everyKindEffectAndSourceHasText(String language) {
		ResourceBundle texts = texts(language);
		Stream<String> keys = Stream
			.of(Arrays.stream(HopKind.values()).map((kind) -> "kind." + kind.code()),
					Arrays.stream(Effect.values()).map((effect) -> "effect." + effect.code()),
					Arrays.stream(Source.values()).map((source) -> "source." + source.code()))
			.flatMap((part) -> part);
		assertThat(keys).allSatisfy((key) -> assertThat(texts.containsKey("chain." + key)).as(key).isTrue());
	}

	@Test
	void everyReasonThatHasTextIsSaidInSomeWorld() throws Exception {
		TreeSet<String> written = texts("").keySet()
			.stream()
			.map((key) -> key.substring("chain.".length()))
			.filter(ChainMessagesTests::isReason)
			.collect(Collectors.toCollection(TreeSet::new));
		for (String name : ChainWorldTests.worlds()) {
			World world = World.read(name);
			written.removeAll(said(ChainResolver.resolve(world.seen(), world.subject())));
		}
		assertThat(written).isEmpty();
	}

	private static boolean isReason(String key) {
		return Arrays.stream(HopKind.values()).anyMatch((kind) -> key.startsWith(kind.code() + "."))
				|| Stream.of("pod.", "advice.", "cause.", "meaning.").anyMatch(key::startsWith);
	}

	private static List<String> said(Chain chain) {
		return chain.hops()
			.stream()
			.flatMap((hop) -> Stream.of(Stream.of(hop.reason().code()),
					hop.advice().stream().map((advice) -> advice.text().code()),
					hop.pods().stream().map((pod) -> pod.reason().code()),
					hop.causes().stream().map((cause) -> cause.text().code()),
					hop.evidence()
						.stream()
						.map(Evidence::meaning)
						.filter(Objects::nonNull)
						.map((meaning) -> meaning.code())))
			.flatMap((part) -> part)
			.toList();
	}

	private static ResourceBundle texts(String language) {
		return ResourceBundle.getBundle("messages.chain", Locale.forLanguageTag(language),
				ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
	}

}
