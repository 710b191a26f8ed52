package dev.sekisho.change;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;

import dev.sekisho.cluster.ObjectKey;

/**
 * A proposed change, without the objects it holds (those are read when it is opened).
 *
 * @param key namespace and name
 * @param uid its uid
 * @param resourceVersion its resourceVersion
 * @param generation its generation
 * @param created when it was created
 * @param action what it does
 * @param sharedGateway the shared gateway it is for
 * @param virtualService the VirtualService it is about
 * @param baseline what it was made from
 * @param author who proposes it
 * @param reason why
 * @param supersedes the change it follows up; empty for none
 * @param specHash the hash of its spec
 * @param status where it stands
 * @param path the first path that the VirtualService matches; empty for none
 */
public record RouteChange(ObjectKey key, String uid, String resourceVersion, long generation, Instant created,
		Action action, String sharedGateway, ObjectKey virtualService, Baseline baseline, Person author, String reason,
		String supersedes, String specHash, ChangeStatus status, String path) {

	/**
	 * Reads a RouteChange.
	 * @param object the resource
	 * @return the change
	 * @throws IllegalArgumentException if it isn't one
	 */
	public static RouteChange of(GenericKubernetesResource object) {
		Map<String, Object> spec = Trees.map(object.getAdditionalProperties().get("spec"));
		String namespace = object.getMetadata().getNamespace();
		return new RouteChange(new ObjectKey(namespace, object.getMetadata().getName()),
				text(object.getMetadata().getUid()), text(object.getMetadata().getResourceVersion()),
				generation(object), createdAt(object), Action.of(spec.get("action")),
				Trees.text(spec.get("sharedGateway")),
				new ObjectKey(namespace, Trees.text(Trees.at(spec, "virtualService", "metadata", "name"))),
				Baseline.parse(spec.get("baseline")), Person.parse(spec.get("author")), Trees.text(spec.get("reason")),
				Trees.text(spec.get("supersedes")), Hashes.ofSpec(object),
				ChangeStatus.parse(object.getAdditionalProperties().get("status")), path(spec));
	}

	private static String path(Map<String, Object> spec) {
		Object proposed = Trees.at(spec, "virtualService", "spec", "http");
		List<Map<String, Object>> http = Trees
			.maps((proposed != null) ? proposed : Trees.at(spec, "baseline", "virtualService", "spec", "http"));
		return http.stream()
			.flatMap((entry) -> Trees.maps(entry.get("match")).stream())
			.flatMap((match) -> Trees.map(match.get("uri")).values().stream())
			.map(Trees::text)
			.filter((text) -> !text.isEmpty())
			.findFirst()
			.orElse("");
	}

	/**
	 * The VirtualService that a RouteChange proposes, in the change's namespace whatever
	 * it says itself.
	 * @param change the resource
	 * @return the VirtualService; {@code null} for a delete
	 */
	public static @Nullable GenericKubernetesResource proposed(GenericKubernetesResource change) {
		Map<String, Object> spec = Trees.map(change.getAdditionalProperties().get("spec"));
		return (Action.of(spec.get("action")) == Action.DELETE) ? null
				: embedded(spec.get("virtualService"), change.getMetadata().getNamespace());
	}

	/**
	 * The live VirtualService that a RouteChange was made from, as it was kept.
	 * @param change the resource
	 * @return the VirtualService; {@code null} if there was none or it wasn't kept
	 */
	public static @Nullable GenericKubernetesResource baseline(GenericKubernetesResource change) {
		Object kept = Trees.at(change.getAdditionalProperties().get("spec"), "baseline", "virtualService");
		return (kept != null) ? embedded(kept, change.getMetadata().getNamespace()) : null;
	}

	/**
	 * Where the change stands.
	 * @return its phase
	 */
	public Phase phase() {
		return this.status.phase();
	}

	/**
	 * Whether another change of the same VirtualService was applied after this one, so
	 * that the live object is no longer this one's.
	 * @param other another change
	 * @return {@code true} if it was
	 */
	public boolean isOvertakenBy(RouteChange other) {
		return other.phase() == Phase.APPLIED && other.virtualService.equals(this.virtualService)
				&& other.appliedAt().isAfter(appliedAt());
	}

	private Instant appliedAt() {
		ChangeStatus.Applied applied = this.status.applied();
		return (applied != null) ? applied.time() : Instant.EPOCH;
	}

	private static GenericKubernetesResource embedded(@Nullable Object value, String namespace) {
		Map<String, Object> tree = Trees.map(value);
		Map<String, Object> metadata = Trees.map(tree.get("metadata"));
		metadata.put("namespace", namespace);
		tree.put("metadata", metadata);
		return Json.object(tree);
	}

	static String text(@Nullable String text) {
		return (text != null) ? text : "";
	}

	private static long generation(GenericKubernetesResource object) {
		Long generation = object.getMetadata().getGeneration();
		return (generation != null) ? generation : 0;
	}

	static Instant createdAt(GenericKubernetesResource object) {
		String created = object.getMetadata().getCreationTimestamp();
		return (created != null) ? Instant.parse(created) : Instant.EPOCH;
	}

	/**
	 * Somebody.
	 *
	 * @param username the Kubernetes user name
	 * @param uid the Kubernetes user's uid; may be empty
	 */
	public record Person(String username, String uid) {

		static Person parse(@Nullable Object value) {
			return new Person(Trees.text(Trees.at(value, "username")), Trees.text(Trees.at(value, "uid")));
		}

	}

}
