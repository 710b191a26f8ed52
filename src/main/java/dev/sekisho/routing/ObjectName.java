package dev.sekisho.routing;

import java.util.Comparator;

/**
 * Name of a namespaced object.
 *
 * @param namespace the namespace
 * @param name the name within the namespace
 */
public record ObjectName(String namespace, String name) implements Comparable<ObjectName> {

	private static final Comparator<ObjectName> ORDER = Comparator.comparing(ObjectName::namespace)
		.thenComparing(ObjectName::name);

	@Override
	public int compareTo(ObjectName other) {
		return ORDER.compare(this, other);
	}

	@Override
	public String toString() {
		return this.namespace + "/" + this.name;
	}

}
