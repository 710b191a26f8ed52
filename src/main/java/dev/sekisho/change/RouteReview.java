package dev.sekisho.change;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;

import dev.sekisho.change.RouteChange.Person;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.cluster.ResourceKind;

/**
 * A verdict on a change, with what it is based on.
 *
 * @param key namespace and name; the name is the change's uid
 * @param created when it was created
 * @param spec what it says
 */
public record RouteReview(ObjectKey key, Instant created, Spec spec) {

	/**
	 * Reads a RouteReview.
	 * @param object the resource
	 * @return the review
	 * @throws IllegalArgumentException if it isn't one
	 */
	public static RouteReview of(GenericKubernetesResource object) {
		return new RouteReview(new ObjectKey(object.getMetadata().getNamespace(), object.getMetadata().getName()),
				RouteChange.createdAt(object), Spec.parse(object.getAdditionalProperties().get("spec")));
	}

	/**
	 * Makes the resource of a review.
	 * @param change the change
	 * @param spec what the review says
	 * @return the resource
	 */
	public static GenericKubernetesResource resource(RouteChange change, Spec spec) {
		Map<String, Object> owner = new LinkedHashMap<>();
		owner.put("apiVersion", ResourceKind.SEKISHO_GROUP + "/" + ResourceKind.ROUTE_CHANGE.versions().get(0));
		owner.put("kind", ResourceKind.ROUTE_CHANGE.kind());
		owner.put("name", change.key().name());
		owner.put("uid", change.uid());
		Map<String, Object> tree = new LinkedHashMap<>();
		tree.put("apiVersion", ResourceKind.SEKISHO_GROUP + "/" + ResourceKind.ROUTE_REVIEW.versions().get(0));
		tree.put("kind", ResourceKind.ROUTE_REVIEW.kind());
		tree.put("metadata",
				Map.of("namespace", change.key().namespace(), "name", change.uid(), "ownerReferences", List.of(owner)));
		tree.put("spec", spec.tree());
		return Json.object(tree);
	}

	/**
	 * The verdict.
	 * @return the verdict
	 */
	public Verdict verdict() {
		return this.spec.verdict();
	}

	/**
	 * What a review says.
	 *
	 * @param changeName the change's name
	 * @param changeUid the change's uid
	 * @param specHash the hash of the change's spec
	 * @param author the change's author
	 * @param gateway the shared gateway as it was
	 * @param verdict the verdict
	 * @param impactHash the hash of the impact that was seen; empty without one
	 * @param impactEntries its entries
	 * @param acknowledged the ids of the findings that were acknowledged
	 * @param reason why; may be empty
	 * @param reviewer who
	 */
	public record Spec(String changeName, String changeUid, String specHash, String author, GatewayState gateway,
			Verdict verdict, String impactHash, List<String> impactEntries, List<String> acknowledged, String reason,
			Person reviewer) {

		public Spec {
			impactEntries = List.copyOf(impactEntries);
			acknowledged = List.copyOf(acknowledged);
		}

		static Spec parse(@Nullable Object value) {
			Map<String, Object> spec = Trees.map(value);
			Map<String, Object> gateway = Trees.map(spec.get("sharedGateway"));
			return new Spec(Trees.text(Trees.at(spec, "change", "name")), Trees.text(Trees.at(spec, "change", "uid")),
					Trees.text(Trees.at(spec, "change", "specHash")), Trees.text(Trees.at(spec, "change", "author")),
					new GatewayState(Trees.text(gateway.get("name")), Trees.text(gateway.get("uid")),
							Trees.number(gateway.get("generation"))),
					Verdict.of(spec.get("verdict")), Trees.text(Trees.at(spec, "impact", "hash")),
					Trees.texts(Trees.at(spec, "impact", "entries")), Trees.texts(spec.get("acknowledged")),
					Trees.text(spec.get("reason")), Person.parse(spec.get("reviewer")));
		}

		Map<String, Object> tree() {
			Map<String, Object> tree = new LinkedHashMap<>();
			tree.put("change", Map.of("name", this.changeName, "uid", this.changeUid, "specHash", this.specHash,
					"author", this.author));
			tree.put("sharedGateway", this.gateway.tree());
			tree.put("verdict", this.verdict.text());
			if (!this.impactHash.isEmpty()) {
				tree.put("impact", Map.of("hash", this.impactHash, "entries", this.impactEntries));
			}
			tree.put("acknowledged", this.acknowledged);
			if (!this.reason.isBlank()) {
				tree.put("reason", this.reason);
			}
			tree.put("reviewer", Map.of("username", this.reviewer.username(), "uid", this.reviewer.uid()));
			return tree;
		}

	}

	/**
	 * A shared gateway as it was during a review.
	 *
	 * @param name its name
	 * @param uid its uid; empty if it isn't known
	 * @param generation its generation; 0 if it isn't known
	 */
	public record GatewayState(String name, String uid, long generation) {

		private Map<String, Object> tree() {
			Map<String, Object> tree = new LinkedHashMap<>();
			tree.put("name", this.name);
			if (!this.uid.isEmpty()) {
				tree.put("uid", this.uid);
				tree.put("generation", this.generation);
			}
			return tree;
		}

	}

	/**
	 * The verdicts.
	 */
	public enum Verdict {

		/** A reviewer's yes. */
		APPROVED("Approved"),
		/** A reviewer's no. */
		REJECTED("Rejected"),
		/** The author takes the change back. */
		WITHDRAWN("Withdrawn");

		private final String text;

		Verdict(String text) {
			this.text = text;
		}

		/**
		 * The verdict as resources and REST write it.
		 * @return such as {@code Approved}
		 */
		public String text() {
			return this.text;
		}

		/**
		 * Reads a verdict.
		 * @param text the verdict as resources write it
		 * @return the verdict
		 * @throws IllegalArgumentException for anything else
		 */
		public static Verdict of(@Nullable Object text) {
			for (Verdict verdict : values()) {
				if (verdict.text.equals(text)) {
					return verdict;
				}
			}
			throw new IllegalArgumentException("No verdict: " + text);
		}

	}

}
