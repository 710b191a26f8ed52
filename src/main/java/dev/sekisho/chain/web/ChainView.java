package dev.sekisho.chain.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.sekisho.chain.Chain;
import dev.sekisho.chain.Effect;
import dev.sekisho.chain.Hop;
import dev.sekisho.chain.HopState;
import dev.sekisho.chain.Source;
import dev.sekisho.web.VisibleText;

/**
 * A chain as pages show it.
 *
 * @param title its first path, or the VirtualService's name
 * @param name namespace and name of the VirtualService
 * @param hosts its hosts
 * @param sharedGateway the shared gateway it is seen through
 * @param state its state
 * @param stateText the state with the hop that decides it, in words
 * @param tone the tone of the message above the diagram
 * @param headline what the deciding hop says
 * @param effect whether requests succeed
 * @param asOf until when this is known to be current
 * @param hops the hops
 * @param problems what is wrong
 * @param sources where the facts come from, in words
 * @param unmeasured what isn't known of it by any source, in words
 * @param settings what is said about the ALB, with its meaning
 */
record ChainView(String title, String name, String hosts, String sharedGateway, String state, String stateText,
		String tone, String headline, String effect, String asOf, List<HopView> hops, List<ProblemView> problems,
		String sources, String unmeasured, List<Setting> settings) {

	static ChainView of(Chain chain, ChainTexts texts, Locale locale) {
		Hop decisive = chain.decisive();
		String kind = texts.message("kind." + decisive.kind().code(), locale);
		String state = texts.message("page.state", locale, texts.state(chain.state().code(), locale), kind);
		Instant asOf = chain.asOf();
		return new ChainView(chain.paths().isEmpty() ? chain.virtualService().toString() : chain.paths().get(0),
				chain.virtualService().toString(), String.join(", ", chain.hosts()), chain.sharedGateway(),
				chain.state().code(), (chain.state() == HopState.HEALTHY) ? texts.state("healthy", locale) : state,
				tone(chain.state()), headline(chain, kind, texts, locale), effect(chain, texts, locale),
				(asOf != null) ? texts.message("page.as-of", locale, asOf) : texts.message("page.not-read", locale),
				chain.hops().stream().map((hop) -> HopView.of(hop, texts, locale)).toList(),
				chain.problems().stream().map((hop) -> ProblemView.of(hop, texts, locale)).toList(),
				sources(chain, texts, locale), unmeasured(chain, texts, locale), Setting.of(chain, texts, locale));
	}

	/**
	 * Tells whether what the chain says has changed since it was shown last.
	 * @return the same for the same states of the same hops
	 */
	public String fingerprint() {
		return Integer.toHexString(this.hops.stream().map((hop) -> hop.kind() + hop.state()).toList().hashCode());
	}

	private static String headline(Chain chain, String kind, ChainTexts texts, Locale locale) {
		Hop decisive = chain.decisive();
		if (onlyBalancerUnknown(chain) || chain.state() == HopState.HEALTHY) {
			return texts.message("page.all-well", locale);
		}
		return texts.message("page.headline", locale, kind, HopView.name(decisive),
				texts.text(decisive.reason(), locale));
	}

	private static String effect(Chain chain, ChainTexts texts, Locale locale) {
		String balancer = texts.message("page.balancer", locale);
		if (onlyBalancerUnknown(chain)) {
			return balancer;
		}
		String effect = texts.effect(chain.decisive(), locale);
		return chain.loadBalancerUnknown() ? effect + " " + balancer : effect;
	}

	private static boolean onlyBalancerUnknown(Chain chain) {
		return chain.hops()
			.stream()
			.filter((hop) -> hop.state() != HopState.HEALTHY)
			.allMatch((hop) -> hop.reason().code().startsWith("alb.")) && chain.loadBalancerUnknown()
				&& chain.problems().isEmpty();
	}

	private static String tone(HopState state) {
		return switch (state) {
			case HEALTHY -> "success";
			case UNKNOWN -> "info";
			case DEGRADED -> "warning";
			case DOWN -> "danger";
		};
	}

	private static String sources(Chain chain, ChainTexts texts, Locale locale) {
		String named = chain.hops()
			.stream()
			.flatMap((hop) -> hop.evidence().stream())
			.map((evidence) -> evidence.source())
			.distinct()
			.map((source) -> texts.message("source." + source.code(), locale))
			.collect(Collectors.joining(", "));
		return texts.message("page.sources", locale, named);
	}

	// istiod's answer tells what Envoy took, and so does a gateway that is frozen.
	private static String unmeasured(Chain chain, ChainTexts texts, Locale locale) {
		boolean told = chain.hops()
			.stream()
			.anyMatch((hop) -> hop.effect() == Effect.FROZEN
					|| hop.evidence().stream().anyMatch((evidence) -> evidence.source() == Source.ISTIOD));
		return texts.message(told ? "page.not-measured.told" : "page.not-measured", locale);
	}

	/**
	 * What an Ingress says, and what that means.
	 *
	 * @param field the annotation or field
	 * @param value its value
	 * @param meaning what it means
	 */
	record Setting(String field, String value, String meaning) {

		private static List<Setting> of(Chain chain, ChainTexts texts, Locale locale) {
			return chain.hops()
				.stream()
				.flatMap((hop) -> hop.evidence().stream())
				.flatMap((evidence) -> Stream.ofNullable(evidence.meaning())
					.map((meaning) -> new Setting(VisibleText.of(evidence.field()), VisibleText.of(evidence.value()),
							texts.text(meaning, locale))))
				.toList();
		}

	}

}
