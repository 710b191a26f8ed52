package dev.sekisho.route;

/**
 * Rebuilds route tables when a test says so, instead of in the background.
 */
public final class SteppedTables {

	private SteppedTables() {
	}

	/**
	 * Builds the tables anew from what the caches hold.
	 * @param tables the tables
	 */
	public static void rebuild(RouteTables tables) {
		tables.rebuild();
	}

}
