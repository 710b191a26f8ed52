package dev.sekisho.route;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * A place that two claims give to different namespaces: both may have routes there, and
 * whose route answers depends on which is older.
 *
 * @param host the host that both claim
 * @param outer the claim of the shorter prefix, or of the same
 * @param inner the claim of the prefix in it
 */
public record ClaimOverlap(String host, Side outer, Side inner) {

	/**
	 * Whether a namespace that has a route there uses what another one has the better
	 * right to, or the same. The better right is that of the longer prefix.
	 * @param namespace the namespace
	 * @return {@code true} if so
	 */
	public boolean contested(String namespace) {
		boolean same = this.outer.prefix().equals(this.inner.prefix());
		return this.outer.namespaces().contains(namespace) || (same && this.inner.namespaces().contains(namespace));
	}

	/**
	 * One of the two claims.
	 *
	 * @param claim its place in {@code spec.claims}, from 0
	 * @param namespaces the namespaces it is for that the other one isn't for alone,
	 * sorted
	 * @param prefix the path prefix
	 */
	public record Side(int claim, List<String> namespaces, String prefix) {

		public Side {
			namespaces = List.copyOf(namespaces);
		}

		static Side of(int claim, Collection<String> namespaces, String prefix) {
			return new Side(claim, List.copyOf(new TreeSet<>(namespaces)), prefix);
		}

	}

}
