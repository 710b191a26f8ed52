package dev.sekisho.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.sekisho.cluster.ClusterException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What pages say about changes has words, in both languages.
 */
class ChangeMessagesTests {

	@Test
	void bothLanguagesHaveTheSameTexts() {
		assertThat(texts("ja").keySet()).isEqualTo(texts("").keySet());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "ja" })
	void noTextIsEmpty(String language) {
		ResourceBundle texts = texts(language);
		assertThat(texts.keySet()).allSatisfy((key) -> assertThat(texts.getString(key)).as(key).isNotEmpty());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "ja" })
	void everythingThatCodeNamesHasText(String language) {
		ResourceBundle texts = texts(language);
		List<String> keys = new ArrayList<>();
		for (Phase phase : Phase.values()) {
			keys.add("phase." + phase.text());
			keys.add("next." + phase.text());
		}
		for (Action action : Action.values()) {
			keys.addAll(List.of("action." + action.text(), "title." + action.text(), "summary." + action.text(),
					"draft." + action.text(), "verdict.action." + action.text().toLowerCase(Locale.ROOT)));
		}
		for (RouteReview.Verdict verdict : RouteReview.Verdict.values()) {
			keys.add("event." + verdict.text());
		}
		for (ImpactView.GroupKind kind : ImpactView.GroupKind.values()) {
			String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
			keys.addAll(List.of("impact.said." + name, "impact.group." + name, "impact.group." + name + ".why",
					"impact.reason." + name));
		}
		Arrays.stream(ChangeRefused.Reason.values()).forEach((reason) -> keys.add("refused." + reason.code()));
		Arrays.stream(ClusterException.Reason.values()).forEach((reason) -> keys.add("cluster." + reason));
		assertThat(keys).allSatisfy((key) -> assertThat(texts.containsKey("change." + key)).as(key).isTrue());
	}

	private static ResourceBundle texts(String language) {
		return ResourceBundle.getBundle("messages.change", Locale.forLanguageTag(language),
				ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
	}

}
