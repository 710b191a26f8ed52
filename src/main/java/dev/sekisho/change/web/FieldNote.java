package dev.sekisho.change.web;

import java.util.List;

/**
 * A message under a field.
 *
 * @param tone {@code bad} (blocks), {@code warn} (can be sent), {@code info}, or
 * {@code ok} for a good word
 * @param what what was found; code in backticks
 * @param why why, in a line; empty for nothing
 * @param fixes what a click does about it
 */
record FieldNote(String tone, String what, String why, List<Fix> fixes) {

	FieldNote {
		fixes = List.copyOf(fixes);
	}

	static FieldNote ok(String what) {
		return new FieldNote("ok", what, "", List.of());
	}

	/**
	 * Whether it is a line of text rather than a box.
	 * @return {@code true} for a good word
	 */
	public boolean good() {
		return this.tone.equals("ok");
	}

	/**
	 * A repair by one click.
	 *
	 * @param label the button's text
	 * @param name the parameter it posts: {@code fix} ({@code field=value}) or
	 * {@code repair} (the finding's id); empty for a link
	 * @param value the parameter's value, or the link's address
	 */
	record Fix(String label, String name, String value) {

	}

}
