package dev.sekisho.access;

import java.util.Set;

/**
 * The namespaces whose routes a caller may see. What isn't visible is treated as absent.
 *
 * @param all whether every namespace is visible
 * @param namespaces the visible namespaces, where not all are
 */
public record Visibility(boolean all, Set<String> namespaces) {

	/** Everything is visible. */
	public static final Visibility ALL = new Visibility(true, Set.of());

	public Visibility {
		namespaces = Set.copyOf(namespaces);
	}

	/**
	 * Whether the routes of a namespace are visible.
	 * @param namespace the namespace
	 * @return {@code true} if they are
	 */
	public boolean sees(String namespace) {
		return this.all || this.namespaces.contains(namespace);
	}

	/**
	 * Whether nothing is hidden that was visible before.
	 * @param before what was visible
	 * @return {@code false} if something is hidden now
	 */
	boolean covers(Visibility before) {
		return this.all || (!before.all() && this.namespaces.containsAll(before.namespaces()));
	}

}
