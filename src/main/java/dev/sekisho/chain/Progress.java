package dev.sekisho.chain;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.sekisho.cluster.ObjectKey;

/**
 * How far the last change of a VirtualService has come: approved, written and read back,
 * taken by the gateway, answered by ready endpoints.
 *
 * @param change the change
 * @param steps the steps, in order
 */
public record Progress(ObjectKey change, List<Step> steps) {

	public Progress {
		steps = List.copyOf(steps);
	}

	static Progress of(LastChange last, Chain chain) {
		return new Progress(last.change(), List.of(new Step("approved", State.DONE, last.approved()),
				new Step("written", State.DONE, last.written()), taken(last, chain), endpoints(chain)));
	}

	// istiod says what it knew when it was asked: only an answer from after the write
	// tells something about it.
	private static Step taken(LastChange last, Chain chain) {
		Optional<Evidence> said = chain.hops()
			.stream()
			.filter((hop) -> hop.kind() == HopKind.GATEWAY_PODS)
			.flatMap((hop) -> hop.evidence().stream())
			.filter((evidence) -> evidence.source() == Source.ISTIOD)
			.findFirst();
		boolean frozen = chain.hops().stream().anyMatch((hop) -> hop.effect() == Effect.FROZEN);
		if (frozen) {
			return new Step("taken", State.FAILED, null);
		}
		if (said.isEmpty()) {
			return new Step("taken", State.NOT_MEASURED, null);
		}
		Instant at = said.get().since();
		return (at != null && at.isAfter(last.written())) ? new Step("taken", State.DONE, at)
				: new Step("taken", State.WAITING, null);
	}

	private static Step endpoints(Chain chain) {
		List<Hop> endpoints = chain.hops().stream().filter((hop) -> hop.kind() == HopKind.ENDPOINTS).toList();
		boolean all = !endpoints.isEmpty() && endpoints.stream().allMatch((hop) -> hop.state() == HopState.HEALTHY);
		if (!all) {
			boolean down = endpoints.stream().anyMatch((hop) -> hop.state() == HopState.DOWN);
			return new Step("endpoints", down ? State.FAILED : State.NOT_MEASURED, null);
		}
		Instant since = endpoints.stream()
			.flatMap((hop) -> hop.evidence().stream())
			.filter((evidence) -> evidence.source() == Source.POD)
			.map(Evidence::since)
			.filter(Objects::nonNull)
			.max(Comparator.naturalOrder())
			.orElse(null);
		return new Step("endpoints", State.DONE, since);
	}

	/**
	 * A step.
	 *
	 * @param code what it is
	 * @param state whether it is done
	 * @param at when it was done, if that is known
	 */
	public record Step(String code, State state, @Nullable Instant at) {

	}

	/**
	 * The state of a step.
	 */
	public enum State {

		/** It is done. */
		DONE,
		/** It will be, as far as is seen. */
		WAITING,
		/** Something is in its way. */
		FAILED,
		/** There is no source that tells. */
		NOT_MEASURED

	}

}
