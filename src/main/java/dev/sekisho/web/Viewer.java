package dev.sekisho.web;

/**
 * The signed-in person, as the top bar shows them.
 *
 * @param name the user name
 * @param detail what they can do here, in a few words: their namespaces, or their role
 * @param leaves whether they can sign out
 */
public record Viewer(String name, String detail, boolean leaves) {

	/**
	 * Somebody who can sign out.
	 * @param name the user name
	 * @param detail what they can do here
	 */
	public Viewer(String name, String detail) {
		this(name, detail, true);
	}

	/**
	 * The letter in the round picture.
	 * @return the first letter of the name, in upper case
	 */
	public String initial() {
		return this.name.isEmpty() ? "?" : this.name.substring(0, this.name.offsetByCodePoints(0, 1)).toUpperCase();
	}

}
