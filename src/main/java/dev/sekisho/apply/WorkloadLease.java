package dev.sekisho.apply;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.springframework.stereotype.Component;

import dev.sekisho.change.Json;
import dev.sekisho.cluster.Cluster;
import dev.sekisho.cluster.ClusterException;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.cluster.ResourceKind;
import dev.sekisho.cluster.WriteOptions;
import dev.sekisho.routing.GatewayPods;

/**
 * The lease of an ingress gateway workload: applies to it happen one at a time, on
 * however many replicas. Taken by compare-and-swap. Clocks are never compared: a lease is
 * free when its holder let go, or when this replica has seen it unchanged for as long as
 * a lease lasts. It also says what was last written, so that the next apply can wait
 * until its cache has seen that. Where nobody let go properly, what was written last
 * isn't known.
 */
@Component
class WorkloadLease {

	static final String LAST_WRITTEN = "sekisho.dev/last-written";

	/** Something may have been written whose resourceVersion isn't known. */
	static final String UNKNOWN = "unknown";

	private static final DateTimeFormatter MICRO_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'")
		.withZone(ZoneOffset.UTC);

	private final String holder = "sekisho-" + UUID.randomUUID();

	private final Map<ObjectKey, Sighting> seen = new ConcurrentHashMap<>();

	private final Set<ObjectKey> mine = ConcurrentHashMap.newKeySet();

	private final Set<ObjectKey> abandoned = ConcurrentHashMap.newKeySet();

	private final Cluster cluster;

	private final ApplyProperties properties;

	private final Timepiece time;

	WorkloadLease(Cluster cluster, ApplyProperties properties, Timepiece time) {
		this.cluster = cluster;
		this.properties = properties;
		this.time = time;
	}

	/**
	 * Takes the lease of a workload.
	 * @param pods the gateway pods
	 * @return what is held; empty if another replica or thread holds it
	 * @throws ClusterException if the API server can't be asked
	 */
	Optional<HeldLease> take(GatewayPods pods) {
		ObjectKey key = new ObjectKey(this.properties.namespace(), name(pods));
		if (!this.mine.add(key)) {
			return Optional.empty();
		}
		Optional<HeldLease> held = Optional.empty();
		try {
			held = take(key);
			if (held.isPresent()) {
				this.abandoned.remove(key);
			}
			return held;
		}
		finally {
			if (held.isEmpty()) {
				this.mine.remove(key);
			}
		}
	}

	// A lease is as old as the others may take it for: since before it was asked for.
	private Optional<HeldLease> take(ObjectKey key) {
		long since = this.time.nanos();
		Optional<GenericKubernetesResource> found = this.cluster.asPortal().read(ResourceKind.LEASE, key);
		try {
			if (found.isEmpty()) {
				return Optional.of(held(this.cluster.asPortal()
					.create(ResourceKind.LEASE, lease(key, Map.of(), this.holder, UNKNOWN), WriteOptions.STORE)
					.object(), since));
			}
			if (!free(key, found.get())) {
				return Optional.empty();
			}
			String lastWritten = holder(found.get()).isEmpty() ? lastWritten(found.get()) : UNKNOWN;
			return Optional.of(held(replace(found.get(), this.holder, lastWritten), since));
		}
		catch (ClusterException ex) {
			if (ex.reason() == ClusterException.Reason.CONFLICT
					|| ex.reason() == ClusterException.Reason.ALREADY_EXISTS) {
				return Optional.empty();
			}
			throw ex;
		}
	}

	/**
	 * Stops using a lease without letting go of it: a write under it may still be on its
	 * way. Nobody gets it, this replica neither, until it has run out.
	 * @param held the lease
	 */
	void abandon(HeldLease held) {
		ObjectKey key = key(held.object());
		this.abandoned.add(key);
		this.mine.remove(key);
	}

	/**
	 * Lets go of a lease.
	 * @param held the lease
	 * @param written the resourceVersion that the next one has to have seen, or
	 * {@link #UNKNOWN}
	 */
	void release(HeldLease held, String written) {
		try {
			replace(held.object(), "", written);
		}
		finally {
			this.mine.remove(key(held.object()));
		}
	}

	/**
	 * Whether a write may begin under a lease: nobody else can have taken it until the
	 * write has reached the API server. A lease that got old meanwhile is renewed first.
	 * @param held the lease
	 * @return {@code false} if it has to be taken again
	 * @throws ClusterException if the API server can't be asked
	 */
	boolean covers(HeldLease held) {
		return young(held) || (renewed(held) && young(held));
	}

	// The other half of its life is for the write to reach the API server.
	boolean young(HeldLease held) {
		return this.time.nanos() - held.since() <= this.properties.lease().dividedBy(2).toNanos();
	}

	private boolean renewed(HeldLease held) {
		long since = this.time.nanos();
		try {
			held.renewed(replace(held.object(), this.holder, UNKNOWN), since);
			return true;
		}
		catch (ClusterException ex) {
			if (ex.reason() == ClusterException.Reason.CONFLICT || ex.reason() == ClusterException.Reason.NOT_FOUND) {
				return false;
			}
			throw ex;
		}
	}

	private boolean free(ObjectKey key, GenericKubernetesResource lease) {
		String other = holder(lease);
		if (other.isEmpty() || (other.equals(this.holder) && !this.abandoned.contains(key))) {
			return true;
		}
		String version = lease.getMetadata().getResourceVersion();
		Sighting sighting = this.seen.compute(key,
				(name, before) -> (before != null && before.version().equals(version)) ? before
						: new Sighting(version, this.time.nanos()));
		return this.time.nanos() - sighting.since() > this.properties.lease().toNanos();
	}

	private GenericKubernetesResource replace(GenericKubernetesResource lease, String holder, String lastWritten) {
		GenericKubernetesResource changed = lease(key(lease), Json.tree(lease), holder, lastWritten);
		return this.cluster.asPortal().replace(ResourceKind.LEASE, changed, WriteOptions.STORE).object();
	}

	private GenericKubernetesResource lease(ObjectKey key, Map<String, Object> before, String holder,
			String lastWritten) {
		Map<String, Object> tree = new LinkedHashMap<>(before);
		tree.put("apiVersion", "coordination.k8s.io/v1");
		tree.put("kind", "Lease");
		Map<String, Object> metadata = new LinkedHashMap<>();
		metadata.put("namespace", key.namespace());
		metadata.put("name", key.name());
		if (before.get("metadata") instanceof Map<?, ?> old && old.get("resourceVersion") != null) {
			metadata.put("resourceVersion", old.get("resourceVersion"));
			metadata.put("uid", old.get("uid"));
		}
		metadata.put("annotations", Map.of(LAST_WRITTEN, lastWritten));
		tree.put("metadata", metadata);
		Map<String, Object> spec = new LinkedHashMap<>();
		spec.put("holderIdentity", holder);
		spec.put("leaseDurationSeconds", Math.max(1, (int) this.properties.lease().toSeconds()));
		spec.put("renewTime", MICRO_TIME.format(this.time.now()));
		tree.put("spec", spec);
		return Json.object(tree);
	}

	private static ObjectKey key(GenericKubernetesResource lease) {
		return new ObjectKey(lease.getMetadata().getNamespace(), lease.getMetadata().getName());
	}

	private static String holder(GenericKubernetesResource lease) {
		Object holder = lease.get("spec", "holderIdentity");
		return (holder != null) ? holder.toString() : "";
	}

	private static HeldLease held(GenericKubernetesResource lease, long since) {
		return new HeldLease(lease, lastWritten(lease), since);
	}

	private static String lastWritten(GenericKubernetesResource lease) {
		Map<String, String> annotations = lease.getMetadata().getAnnotations();
		return (annotations != null) ? annotations.getOrDefault(LAST_WRITTEN, UNKNOWN) : UNKNOWN;
	}

	private static String name(GatewayPods pods) {
		String workload = pods.namespace() + new TreeMap<>(pods.labels());
		return "sekisho-" + UUID.nameUUIDFromBytes(workload.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * When a lease was first seen as it is.
	 *
	 * @param version its resourceVersion
	 * @param since when, by this process's own clock
	 */
	private record Sighting(String version, long since) {

	}

}
