package dev.sekisho.chain;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.sekisho.cluster.ObjectKey;

/**
 * Whether the proxies took what istiod sent them last, as far as istiod was asked.
 *
 * @param at when istiod answered last; {@code null} if it wasn't asked or didn't answer
 * @param routes the state of the route config, by pod
 */
record Pushes(@Nullable Instant at, Map<ObjectKey, Push> routes) {

	/** Nobody was asked. */
	static final Pushes NONE = new Pushes(null, Map.of());

	Pushes {
		routes = Map.copyOf(routes);
	}

	/**
	 * Since when some of the pods have refused their routes.
	 * @param pods the pods
	 * @return the earliest time; empty if none has, as far as is known
	 */
	Optional<Instant> refusedSince(List<SeenPod> pods) {
		return of(pods).filter((push) -> push.refusedSince() != null)
			.map(Push::refusedSince)
			.filter(Objects::nonNull)
			.min(Comparator.naturalOrder());
	}

	/**
	 * Whether istiod says that all of the pods it knows took their routes.
	 * @param pods the pods
	 * @return {@code true} if it says so of at least one, and of none otherwise
	 */
	boolean taken(List<SeenPod> pods) {
		return of(pods).findAny().isPresent() && of(pods).allMatch(Push::acknowledged);
	}

	private Stream<Push> of(List<SeenPod> pods) {
		return pods.stream().map((pod) -> this.routes.get(pod.key())).filter(Objects::nonNull);
	}

	/**
	 * The last push of routes to one proxy.
	 *
	 * @param acknowledged whether the proxy took it
	 * @param refusedSince since when it doesn't take what is sent; {@code null} as long
	 * as it may just not have answered yet
	 */
	record Push(boolean acknowledged, @Nullable Instant refusedSince) {

	}

}
