package dev.sekisho.web;

import java.util.function.IntSupplier;

/**
 * An entry of the top bar, contributed as a bean by the module whose pages it opens.
 *
 * @param order entries stand in ascending order; the five of the design use 10, 20, ...
 * @param id what a page passes to the layout to have this entry marked as current
 * @param path where the entry leads, within the application
 * @param label key of its label in the message files
 * @param shortcut keys that follow the link, such as {@code g r}
 * @param count shown in a bubble beside the label for the present user; zero shows none
 */
public record Section(int order, String id, String path, String label, String shortcut, IntSupplier count) {

	/**
	 * An entry without a count.
	 * @param order position among the entries
	 * @param id name that pages use
	 * @param path where it leads
	 * @param label message key
	 * @param shortcut keys that follow the link
	 */
	public Section(int order, String id, String path, String label, String shortcut) {
		this(order, id, path, label, shortcut, () -> 0);
	}

}
