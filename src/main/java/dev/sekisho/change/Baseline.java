package dev.sekisho.change;

import java.util.LinkedHashMap;
import java.util.Map;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;

/**
 * The live VirtualService that a change was made from.
 *
 * @param absent whether there was none
 * @param uid its uid; empty if absent
 * @param hash its content hash; empty if absent, or if kubectl gave the resourceVersion
 * @param resourceVersion its resourceVersion, where kubectl gave that; else empty
 */
public record Baseline(boolean absent, String uid, String hash, String resourceVersion) {

	/** There was none. */
	public static final Baseline ABSENT = new Baseline(true, "", "", "");

	/**
	 * The baseline that a live object makes.
	 * @param live the live object; {@code null} if there is none
	 * @return the baseline
	 */
	public static Baseline of(@Nullable GenericKubernetesResource live) {
		return (live != null) ? new Baseline(false, live.getMetadata().getUid(), Hashes.ofVirtualService(live), "")
				: ABSENT;
	}

	static Baseline parse(@Nullable Object value) {
		Map<String, Object> tree = Trees.map(value);
		return new Baseline(Boolean.TRUE.equals(tree.get("absent")), Trees.text(tree.get("uid")),
				Trees.text(tree.get("hash")), Trees.text(tree.get("resourceVersion")));
	}

	/**
	 * Whether a live object is still the one the change was made from.
	 * @param live the live object; {@code null} if there is none
	 * @return {@code true} if it is
	 */
	public boolean holds(@Nullable GenericKubernetesResource live) {
		if (live == null || this.absent) {
			return live == null && this.absent;
		}
		if (!this.uid.equals(live.getMetadata().getUid())) {
			return false;
		}
		return this.hash.isEmpty() ? this.resourceVersion.equals(live.getMetadata().getResourceVersion())
				: this.hash.equals(Hashes.ofVirtualService(live));
	}

	Map<String, Object> tree() {
		Map<String, Object> tree = new LinkedHashMap<>();
		if (this.absent) {
			tree.put("absent", true);
			return tree;
		}
		tree.put("uid", this.uid);
		if (!this.hash.isEmpty()) {
			tree.put("hash", this.hash);
		}
		if (!this.resourceVersion.isEmpty()) {
			tree.put("resourceVersion", this.resourceVersion);
		}
		return tree;
	}

}
