package dev.sekisho.chain.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.sekisho.chain.Evidence;
import dev.sekisho.chain.Hop;
import dev.sekisho.chain.HopKind;
import dev.sekisho.chain.HopState;
import dev.sekisho.chain.PodDetail;
import dev.sekisho.cluster.ObjectKey;

/**
 * A hop as pages show it.
 *
 * @param kind what it is
 * @param name the object's name, with its namespace where it belongs to a team
 * @param href where the object is shown
 * @param state healthy, degraded, down, unknown or planned
 * @param reason why, in one or two sentences
 * @param wire how it is reached
 * @param rules whether it is only read on the way
 * @param zone where it lives
 * @param source where the facts come from
 * @param pods the pods that are named
 * @param more what is said of the other pods; empty if there are none
 * @param broken whether the chain ends here
 */
record HopView(String kind, String name, @Nullable String href, String state, String reason, String wire, boolean rules,
		String zone, @Nullable String source, List<PodView> pods, String more, boolean broken) {

	static HopView of(Hop hop, ChainTexts texts, Locale locale) {
		String sources = hop.evidence()
			.stream()
			.map(Evidence::source)
			.distinct()
			.map((source) -> texts.message("source." + source.code(), locale))
			.collect(Collectors.joining(", "));
		String more = (hop.morePods() > 0) ? texts.message("page.more-pods", locale, hop.morePods()) : "";
		return new HopView(texts.message("kind." + hop.kind().code(), locale), name(hop), href(hop), state(hop),
				texts.text(hop.reason(), locale), hop.wire(), !hop.onPath(), zone(hop, texts, locale),
				sources.isEmpty() ? null : sources,
				hop.pods().stream().map((pod) -> PodView.of(pod, texts, locale)).toList(), more,
				hop.state() == HopState.DOWN);
	}

	// Names of objects need no encoding beside the slash between them.
	private static @Nullable String href(Hop hop) {
		boolean service = hop.kind() == HopKind.SERVICE && !hop.object().key().namespace().isEmpty()
				&& hop.state() != HopState.UNKNOWN;
		return service ? "/chains?service=" + hop.object().key() : null;
	}

	static String name(Hop hop) {
		ObjectKey key = hop.object().key();
		if (key.name().isEmpty()) {
			return "–";
		}
		boolean team = hop.kind().compareTo(HopKind.VIRTUAL_SERVICE) >= 0;
		return team ? key.toString() : key.name();
	}

	private static String state(Hop hop) {
		return (hop.planned() && !hop.problem()) ? "planned" : hop.state().code();
	}

	private static String zone(Hop hop, ChainTexts texts, Locale locale) {
		if (hop.zone().aws()) {
			return texts.message("zone.aws", locale);
		}
		return hop.zone().namespace().isEmpty() ? texts.message("zone.outside", locale)
				: texts.message("zone.namespace", locale, hop.zone().namespace());
	}

	/**
	 * A pod as pages show it.
	 *
	 * @param name its name
	 * @param state its state
	 * @param reason why
	 */
	record PodView(String name, String state, String reason) {

		private static PodView of(PodDetail pod, ChainTexts texts, Locale locale) {
			return new PodView(pod.name(), pod.state().code(), texts.text(pod.reason(), locale));
		}

	}

}
