package dev.sekisho.route;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.validation.Defect;
import dev.sekisho.routing.validation.Effect;
import dev.sekisho.routing.validation.Judgement;

/**
 * What in a VirtualService Envoy refuses although istiod let it pass.
 *
 * @param judgement what is wrong with it; {@code null} if nothing is poison
 * @param delegate whether it has no hosts of its own
 * @param since since when it is as it is; {@code null} if that isn't known
 */
record Poison(@Nullable Judgement judgement, boolean delegate, @Nullable Instant since) {

	private static final Poison NONE = new Poison(null, false, null);

	static Poison of(GenericKubernetesResource object) {
		Judgement judgement = Judgement.of(RawManifest.of(object));
		if (judgement.defects().stream().noneMatch(Poison::poisonous)) {
			return NONE;
		}
		return new Poison(judgement, RawManifest.tree(object).path("spec").path("hosts").isEmpty(),
				since(object.getMetadata()));
	}

	// An object that was changed since it was created doesn't say when.
	private static @Nullable Instant since(ObjectMeta meta) {
		boolean asCreated = Long.valueOf(1).equals(meta.getGeneration());
		if (!asCreated || meta.getCreationTimestamp() == null) {
			return null;
		}
		try {
			return Instant.parse(meta.getCreationTimestamp());
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

	private static boolean poisonous(Defect defect) {
		return defect.law().effect() == Effect.POISON;
	}

	/**
	 * Whether a route is what Envoy refuses.
	 * @param entry the index in {@code spec.http}
	 * @param match the index of the match
	 * @return {@code true} if it is
	 */
	boolean in(int entry, int match) {
		return this.judgement != null && this.judgement.isPoison(entry, match);
	}

	List<Culprit.Flaw> flaws() {
		return (this.judgement != null) ? this.judgement.defects()
			.stream()
			.filter(Poison::poisonous)
			.map((defect) -> new Culprit.Flaw(defect.law().code(), defect.path(), defect.arguments()))
			.toList() : List.of();
	}

}
