package dev.sekisho.cluster;

/**
 * How a write is sent. Field manager and strict field validation are always on.
 *
 * @param dryRun whether the API server only checks and stores nothing
 */
public record WriteOptions(boolean dryRun) {

	/** Writes. */
	public static final WriteOptions STORE = new WriteOptions(false);

	/** Has everything checked, stores nothing. */
	public static final WriteOptions DRY_RUN = new WriteOptions(true);

}
