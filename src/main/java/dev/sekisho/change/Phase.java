package dev.sekisho.change;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Where a change stands. The only place that says what may follow what.
 */
public enum Phase {

	/** Waits for a review. */
	PENDING("Pending"),
	/** A valid review approves it; the write is due. */
	APPROVED("Approved"),
	/** Written and read back. */
	APPLIED("Applied"),
	/** A reviewer said no. */
	REJECTED("Rejected"),
	/** The author took it back. */
	WITHDRAWN("Withdrawn"),
	/** What it was based on no longer holds. */
	STALE("Stale"),
	/** The API server or a webhook refused it. */
	FAILED("Failed");

	private static final Map<Phase, Set<Phase>> TRANSITIONS = new EnumMap<>(Map.of(PENDING,
			EnumSet.of(APPROVED, REJECTED, WITHDRAWN, STALE), APPROVED, EnumSet.of(APPLIED, STALE, FAILED), APPLIED,
			EnumSet.noneOf(Phase.class), REJECTED, EnumSet.noneOf(Phase.class), WITHDRAWN, EnumSet.noneOf(Phase.class),
			STALE, EnumSet.noneOf(Phase.class), FAILED, EnumSet.noneOf(Phase.class)));

	private final String text;

	Phase(String text) {
		this.text = text;
	}

	/**
	 * The phase as resources and REST write it.
	 * @return such as {@code Pending}
	 */
	public String text() {
		return this.text;
	}

	/**
	 * Whether nothing follows.
	 * @return {@code true} for the phases that end a change's life
	 */
	public boolean closed() {
		return TRANSITIONS.getOrDefault(this, Set.of()).isEmpty();
	}

	/**
	 * Whether another phase may follow this one.
	 * @param next the other phase
	 * @return {@code true} if it may
	 */
	public boolean mayBecome(Phase next) {
		return TRANSITIONS.getOrDefault(this, Set.of()).contains(next);
	}

	/**
	 * Goes on to another phase.
	 * @param next the other phase
	 * @return the other phase
	 * @throws IllegalStateException if it may not follow
	 */
	public Phase to(Phase next) {
		if (!mayBecome(next)) {
			throw new IllegalStateException("A change can't go from " + this.text + " to " + next.text);
		}
		return next;
	}

	/**
	 * Reads a phase.
	 * @param text the phase as resources write it
	 * @return the phase; {@code null} for anything else
	 */
	public static @Nullable Phase of(@Nullable Object text) {
		for (Phase phase : values()) {
			if (phase.text.equals(text)) {
				return phase;
			}
		}
		return null;
	}

}
