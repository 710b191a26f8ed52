package dev.sekisho.change;

/**
 * Writes paths of fields as people read them: {@code spec.http[0].timeout}.
 */
final class Paths {

	private Paths() {
	}

	static String member(String parent, String name) {
		if (name.matches("[A-Za-z0-9_-]+")) {
			return parent.isEmpty() ? name : parent + "." + name;
		}
		return parent + "['" + name + "']";
	}

	static String element(String parent, int index) {
		return parent + "[" + index + "]";
	}

}
