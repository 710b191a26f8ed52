package dev.sekisho.apply;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;

/**
 * A lease that is held.
 */
final class HeldLease {

	private final String lastWritten;

	private GenericKubernetesResource object;

	private long since;

	/**
	 * Creates it.
	 * @param object the lease as written
	 * @param lastWritten the resourceVersion last written under it, or
	 * {@link WorkloadLease#UNKNOWN}
	 * @param since when it was asked for, by this process's own clock
	 */
	HeldLease(GenericKubernetesResource object, String lastWritten, long since) {
		this.object = object;
		this.lastWritten = lastWritten;
		this.since = since;
	}

	void renewed(GenericKubernetesResource written, long from) {
		this.object = written;
		this.since = from;
	}

	GenericKubernetesResource object() {
		return this.object;
	}

	String lastWritten() {
		return this.lastWritten;
	}

	/**
	 * When it was asked for last.
	 * @return nanoseconds by this process's own clock
	 */
	long since() {
		return this.since;
	}

}
