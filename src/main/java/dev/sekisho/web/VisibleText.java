package dev.sekisho.web;

/**
 * Shows characters that can't be seen or that change what is seen (control characters,
 * marks of writing direction, zero-width characters) as escapes.
 */
public final class VisibleText {

	private VisibleText() {
	}

	/**
	 * Makes a text visible.
	 * @param text a text from anywhere
	 * @return the text, with escapes such as {@code \}{@code u202e}
	 */
	public static String of(String text) {
		StringBuilder visible = new StringBuilder(text.length());
		text.codePoints().forEach((point) -> {
			if (hidden(point)) {
				visible.append((point > 0xFFFF) ? "\\u{%x}".formatted(point) : "\\u%04x".formatted(point));
			}
			else {
				visible.appendCodePoint(point);
			}
		});
		return visible.toString();
	}

	private static boolean hidden(int point) {
		return switch (Character.getType(point)) {
			case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
					Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED ->
				true;
			default -> false;
		};
	}

}
