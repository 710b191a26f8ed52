package dev.sekisho.cluster;

import java.util.Comparator;

/**
 * Names one object among those of its kind.
 *
 * @param namespace the namespace; empty for a cluster-scoped object
 * @param name the name
 */
public record ObjectKey(String namespace, String name) implements Comparable<ObjectKey> {

	private static final Comparator<ObjectKey> ORDER = Comparator.comparing(ObjectKey::namespace)
		.thenComparing(ObjectKey::name);

	/**
	 * The key of a cluster-scoped object.
	 * @param name the name
	 * @return the key
	 */
	public static ObjectKey of(String name) {
		return new ObjectKey("", name);
	}

	@Override
	public int compareTo(ObjectKey other) {
		return ORDER.compare(this, other);
	}

	@Override
	public String toString() {
		return this.namespace.isEmpty() ? this.name : this.namespace + "/" + this.name;
	}

}
