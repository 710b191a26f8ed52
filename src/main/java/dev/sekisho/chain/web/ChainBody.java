package dev.sekisho.chain.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.sekisho.chain.Advice;
import dev.sekisho.chain.Cause;
import dev.sekisho.chain.Chain;
import dev.sekisho.chain.Evidence;
import dev.sekisho.chain.Hop;
import dev.sekisho.chain.ObjectRef;
import dev.sekisho.chain.PodDetail;
import dev.sekisho.chain.Reason;

/**
 * A chain as the REST API tells it.
 *
 * @param virtualService the VirtualService
 * @param sharedGateway the shared gateway it is seen through
 * @param state healthy, degraded, down or unknown
 * @param reason the reason of the hop that decides, as a code
 * @param requests what that means for requests, as a code
 * @param message the same in words
 * @param asOf until when this is known to be current
 * @param hops the hops, in order
 * @param probe what came of the last probe; {@code null} if nothing was measured
 */
record ChainBody(Name virtualService, String sharedGateway, String state, String reason, String requests,
		String message, @Nullable Instant asOf, List<HopBody> hops, @Nullable ProbeBody probe) {

	static ChainBody of(Chain chain, @Nullable ProbeBody probe, ChainTexts texts, Locale locale) {
		Hop decisive = chain.decisive();
		return new ChainBody(
				new Name("VirtualService", chain.virtualService().namespace(), chain.virtualService().name()),
				chain.sharedGateway(), chain.state().code(), decisive.reason().code(), decisive.effect().code(),
				ChainView.of(chain, texts, locale).headline(), chain.asOf(),
				chain.hops().stream().map((hop) -> HopBody.of(hop, texts, locale)).toList(), probe);
	}

	/**
	 * Names an object.
	 *
	 * @param kind its kind
	 * @param namespace its namespace
	 * @param name its name
	 */
	record Name(String kind, String namespace, String name) {

		private static Name of(ObjectRef object) {
			return new Name(object.kind(), object.key().namespace(), object.key().name());
		}

	}

	/**
	 * A hop.
	 *
	 * @param kind the kind of hop
	 * @param object the object
	 * @param state healthy, degraded, down or unknown
	 * @param reason why, as a code
	 * @param message the same in words
	 * @param requests what it means for requests, as a code
	 * @param planned whether it doesn't exist as described yet
	 * @param onPath whether requests pass through it
	 * @param wire how it is reached
	 * @param evidence the facts
	 * @param causes what explains a state that isn't healthy
	 * @param advice what to do
	 * @param pods the pods that are named
	 * @param morePods how many healthy pods aren't named
	 */
	record HopBody(String kind, Name object, String state, String reason, String message, String requests,
			boolean planned, boolean onPath, String wire, List<Fact> evidence, List<Why> causes, List<Step> advice,
			List<Pod> pods, int morePods) {

		static HopBody of(Hop hop, ChainTexts texts, Locale locale) {
			return new HopBody(hop.kind().code(), Name.of(hop.object()), hop.state().code(), hop.reason().code(),
					texts.text(hop.reason(), locale), hop.effect().code(), hop.planned(), hop.onPath(), hop.wire(),
					hop.evidence().stream().map((evidence) -> Fact.of(evidence, texts, locale)).toList(),
					hop.causes().stream().map((cause) -> Why.of(cause, texts, locale)).toList(),
					hop.advice().stream().map((advice) -> Step.of(advice, texts, locale)).toList(),
					hop.pods().stream().map((pod) -> Pod.of(pod, texts, locale)).toList(), hop.morePods());
		}

	}

	/**
	 * A fact.
	 *
	 * @param object the object it was read from
	 * @param field the field
	 * @param value what stood there
	 * @param time since when, where the object says so
	 * @param source where it was read
	 * @param meaning what that means, in words; {@code null} where it speaks for itself
	 */
	record Fact(Name object, String field, String value, @Nullable Instant time, String source,
			@Nullable String meaning) {

		private static Fact of(Evidence evidence, ChainTexts texts, Locale locale) {
			Reason meaning = evidence.meaning();
			return new Fact(Name.of(evidence.object()), evidence.field(), evidence.value(), evidence.since(),
					evidence.source().code(), (meaning != null) ? texts.text(meaning, locale) : null);
		}

	}

	/**
	 * What explains a state.
	 *
	 * @param code the code
	 * @param text what
	 * @param words what the cluster says, word for word; may be empty
	 * @param time since when, where that is known
	 */
	record Why(String code, String text, String words, @Nullable Instant time) {

		private static Why of(Cause cause, ChainTexts texts, Locale locale) {
			return new Why(cause.text().code(), texts.text(cause.text(), locale), cause.words(), cause.since());
		}

	}

	/**
	 * Something to do.
	 *
	 * @param code the code
	 * @param text what
	 * @param command a command to copy, if one helps
	 */
	record Step(String code, String text, @Nullable String command) {

		private static Step of(Advice advice, ChainTexts texts, Locale locale) {
			return new Step(advice.text().code(), texts.text(advice.text(), locale), advice.command());
		}

	}

	/**
	 * A pod.
	 *
	 * @param name its name
	 * @param state its state
	 * @param reason why, as a code
	 * @param message the same in words
	 * @param details what the cluster says, word for word
	 * @param time since when
	 */
	record Pod(String name, String state, String reason, String message, String details, @Nullable Instant time) {

		private static Pod of(PodDetail pod, ChainTexts texts, Locale locale) {
			return new Pod(pod.name(), pod.state().code(), pod.reason().code(), texts.text(pod.reason(), locale),
					pod.message(), pod.since());
		}

	}

}
