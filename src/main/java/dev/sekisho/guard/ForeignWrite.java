package dev.sekisho.guard;

import org.jspecify.annotations.Nullable;

import dev.sekisho.cluster.ObjectKey;

/**
 * An object by which somebody changes what a shared gateway does without a review.
 *
 * @param way how
 * @param kind the object's kind
 * @param object its namespace and name
 * @param about what it does it to: a host, a group, the object that refers to it; may be
 * empty
 * @param enforced whether its namespace enforces the guard: it was written before, or by
 * a listed writer
 * @param writer who wrote it last; {@code null} while that isn't known
 */
public record ForeignWrite(Way way, String kind, ObjectKey object, String about, boolean enforced,
		@Nullable Writer writer) {

	/**
	 * Whether the guard would have denied it, had its namespace enforced it. The portal's
	 * own objects and the cluster's controllers aren't listed; whether somebody is listed
	 * in the chart's {@code guard.writers} isn't known here.
	 * @return {@code true} if a policy can tell it and the namespace doesn't enforce yet
	 */
	public boolean wouldBeDenied() {
		return this.way.told() && !this.enforced;
	}

}
