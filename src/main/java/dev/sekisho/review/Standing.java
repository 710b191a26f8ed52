package dev.sekisho.review;

/**
 * Whether somebody can decide on a change now, and if not, why.
 */
public enum Standing {

	/** Can be approved, sent back and rejected. */
	OPEN,
	/** A finding blocks it: can only be sent back or rejected. */
	BLOCKED,
	/** The state of the cluster isn't known: can only be sent back or rejected. */
	NOT_READY,
	/** What it would do isn't what the reader saw: has to be looked at again first. */
	CHANGED,
	/** The VirtualService isn't the one it was made from any more. */
	STALE,
	/** It is the reader's own. */
	OWN,
	/** The reader may not approve on its shared gateway. */
	NOT_REVIEWER,
	/** It was decided. */
	DECIDED;

	/**
	 * Whether the reader is one who decides on it, now or after another look.
	 * @return {@code true} if so
	 */
	public boolean asks() {
		return this != OWN && this != NOT_REVIEWER && this != DECIDED;
	}

	/**
	 * Whether it can be approved.
	 * @return {@code true} if nothing stands against it
	 */
	public boolean approvable() {
		return this == OPEN;
	}

	/**
	 * Whether it can be sent back or rejected.
	 * @return {@code true} if it can
	 */
	public boolean rejectable() {
		return this == OPEN || this == BLOCKED || this == NOT_READY;
	}

}
