package dev.sekisho.web;

/**
 * Text of unknown origin, made safe to look at: control and invisible characters, which
 * can hide or reorder what is shown, are written as escapes.
 */
public final class PlainText {

	private PlainText() {
	}

	/**
	 * One line.
	 * @param text the text
	 * @return the text with every control and invisible character escaped
	 */
	public static String line(String text) {
		return escape(text, false);
	}

	/**
	 * Several lines.
	 * @param text the text
	 * @return the text with every such character but the line feed escaped
	 */
	public static String lines(String text) {
		return escape(text, true);
	}

	private static String escape(String text, boolean lines) {
		StringBuilder escaped = new StringBuilder(text.length());
		text.codePoints().forEach((point) -> {
			if (visible(point) || (lines && point == '\n')) {
				escaped.appendCodePoint(point);
			}
			else {
				escaped.append(String.format((point > 0xffff) ? "\\U%08x" : "\\u%04x", point));
			}
		});
		return escaped.toString();
	}

	private static boolean visible(int point) {
		return switch (Character.getType(point)) {
			case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
					Character.PARAGRAPH_SEPARATOR, Character.PRIVATE_USE, Character.UNASSIGNED ->
				false;
			default -> true;
		};
	}

}
