package dev.sekisho.apply;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.sekisho.change.ChangeStatus.Applied;
import dev.sekisho.change.Hashes;
import dev.sekisho.change.RouteChange;
import dev.sekisho.cluster.ApiAccess;
import dev.sekisho.cluster.Cluster;
import dev.sekisho.cluster.ClusterException;
import dev.sekisho.cluster.ClusterException.Reason;
import dev.sekisho.cluster.ResourceKind;
import dev.sekisho.cluster.WriteOptions;

/**
 * Writes what was approved on the state that was seen, or nothing: by compare-and-swap,
 * never by force, never by deleting and creating again.
 */
@Component
class VirtualServiceWriter {

	private static final int TRIES = 5;

	// Where the API server doesn't say how long.
	private static final Duration QUIET = Duration.ofSeconds(1);

	private final Cluster cluster;

	private final Timepiece time;

	private volatile @Nullable Long quietUntil;

	VirtualServiceWriter(Cluster cluster, Timepiece time) {
		this.cluster = cluster;
		this.time = time;
	}

	/**
	 * The live object, by a quorum read.
	 * @param change the change
	 * @return the object, if it exists
	 */
	Optional<GenericKubernetesResource> live(RouteChange change) {
		return this.cluster.asPortal().read(ResourceKind.VIRTUAL_SERVICE, change.virtualService());
	}

	/**
	 * Whether the live object is already what the change makes of it: the write took
	 * effect and the process ended before it could say so. What the annotation claims is
	 * measured against what was approved: anything else under it shows as drift.
	 * @param change the change
	 * @param proposed the approved VirtualService; {@code null} for a delete
	 * @param live the live object, if there is one
	 * @return what was written; {@code null} if it wasn't
	 */
	@Nullable Applied written(RouteChange change, @Nullable GenericKubernetesResource proposed,
			Optional<GenericKubernetesResource> live) {
		if (proposed == null) {
			return live.isPresent() ? null : new Applied(change.baseline().uid(), "", 0, "", this.time.now());
		}
		return live.filter((object) -> change.uid().equals(writer(object)))
			.filter((object) -> change.baseline().absent()
					|| change.baseline().uid().equals(object.getMetadata().getUid()))
			.map((object) -> applied(object, Hashes.ofVirtualService(proposed)))
			.orElse(null);
	}

	/**
	 * How long the API server wants no writes, whatever happens meanwhile.
	 * @return the time left; zero if it takes them
	 */
	Duration quiet() {
		Long until = this.quietUntil;
		long left = (until != null) ? until - this.time.nanos() : 0;
		return Duration.ofNanos(Math.max(left, 0));
	}

	/**
	 * Writes.
	 * @param change the change
	 * @param proposed the approved VirtualService; {@code null} for a delete
	 * @param may whether it still may be written; asked before each try
	 * @return what the API server returned; empty if the live object isn't the one the
	 * change was made from
	 * @throws UnknownOutcome if a write wasn't answered
	 * @throws ClusterException if the API server refuses or can't be reached
	 */
	Optional<Applied> write(RouteChange change, @Nullable GenericKubernetesResource proposed, BooleanSupplier may) {
		for (int i = 0; i < TRIES; i++) {
			Optional<GenericKubernetesResource> live = live(change);
			Applied before = written(change, proposed, live);
			if (before != null) {
				return Optional.of(before);
			}
			if (!change.baseline().holds(live.orElse(null))) {
				return Optional.empty();
			}
			if (!may.getAsBoolean()) {
				throw new ClusterException(Reason.CONFLICT, "The lease of the gateway workload got too old", List.of(),
						null, null);
			}
			try {
				return Optional.of(once(change, proposed, live.orElse(null)));
			}
			catch (ClusterException ex) {
				if (ex.reason() == Reason.UNAVAILABLE) {
					throw new UnknownOutcome(ex);
				}
				if (ex.reason() == Reason.TOO_MANY_REQUESTS) {
					Duration asked = ex.retryAfter();
					this.quietUntil = this.time.nanos() + ((asked != null) ? asked : QUIET).toNanos();
				}
				if (ex.reason() != Reason.CONFLICT && ex.reason() != Reason.ALREADY_EXISTS
						&& ex.reason() != Reason.NOT_FOUND) {
					throw ex;
				}
			}
		}
		throw new ClusterException(Reason.UNAVAILABLE,
				"The VirtualService is being changed by somebody else all the time", List.of(), null, null);
	}

	private Applied once(RouteChange change, @Nullable GenericKubernetesResource proposed,
			@Nullable GenericKubernetesResource live) {
		ApiAccess portal = this.cluster.asPortal();
		if (proposed == null) {
			if (live != null) {
				portal.delete(ResourceKind.VIRTUAL_SERVICE, change.virtualService(), live.getMetadata().getUid(),
						live.getMetadata().getResourceVersion(), WriteOptions.STORE);
			}
			return new Applied(change.baseline().uid(), "", 0, "", this.time.now());
		}
		if (live == null) {
			return applied(portal
				.create(ResourceKind.VIRTUAL_SERVICE, WrittenObject.created(proposed, change.uid()), WriteOptions.STORE)
				.object());
		}
		return applied(portal
			.replace(ResourceKind.VIRTUAL_SERVICE, WrittenObject.replaced(live, proposed, change.uid()),
					WriteOptions.STORE)
			.object());
	}

	private Applied applied(GenericKubernetesResource object) {
		return applied(object, Hashes.ofVirtualService(object));
	}

	private Applied applied(GenericKubernetesResource object, String hash) {
		Long generation = object.getMetadata().getGeneration();
		return new Applied(object.getMetadata().getUid(), object.getMetadata().getResourceVersion(),
				(generation != null) ? generation : 0, hash, this.time.now());
	}

	/**
	 * The change that wrote an object last, as far as the object says.
	 * @param object the object
	 * @return the change's uid; empty if it doesn't say
	 */
	static String writer(GenericKubernetesResource object) {
		Map<String, String> annotations = object.getMetadata().getAnnotations();
		return (annotations != null) ? annotations.getOrDefault(WrittenObject.CHANGE, "") : "";
	}

}
