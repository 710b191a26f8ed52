package dev.sekisho.change.web;

/**
 * Turns the path of a field to the id of its control: {@code hosts[0]} to
 * {@code hosts-0}. The page's script does the same when it renumbers rows.
 */
final class Ids {

	private Ids() {
	}

	static String of(String path) {
		return path.replaceAll("[\\[\\].]+", "-").replaceFirst("-$", "");
	}

}
