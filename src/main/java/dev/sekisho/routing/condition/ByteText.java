package dev.sekisho.routing.condition;

import java.nio.charset.StandardCharsets;

/**
 * Envoy compares bytes. A byte text holds one char per byte of the UTF-8 form; for ASCII
 * it's the text itself.
 */
public final class ByteText {

	private ByteText() {
	}

	/**
	 * Turns a text into its UTF-8 bytes, one char each.
	 * @param text the text
	 * @return the bytes
	 */
	public static String of(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (text.charAt(i) > 0x7F) {
				return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
			}
		}
		return text;
	}

	/**
	 * Turns bytes back into a text.
	 * @param bytes the bytes, one char each
	 * @return the text
	 */
	public static String toText(String bytes) {
		for (int i = 0; i < bytes.length(); i++) {
			if (bytes.charAt(i) > 0x7F) {
				return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
			}
		}
		return bytes;
	}

	/**
	 * Lower-cases ASCII letters alone, as Envoy does.
	 * @param text the text
	 * @return the text in lower case
	 */
	public static String lowerCase(String text) {
		StringBuilder lower = null;
		for (int i = 0; i < text.length(); i++) {
			char ch = text.charAt(i);
			if (ch >= 'A' && ch <= 'Z') {
				lower = (lower != null) ? lower : new StringBuilder(text);
				lower.setCharAt(i, (char) (ch + 32));
			}
		}
		return (lower != null) ? lower.toString() : text;
	}

	static boolean startsWithIgnoreCase(String text, String lowerPrefix) {
		if (text.length() < lowerPrefix.length()) {
			return false;
		}
		for (int i = 0; i < lowerPrefix.length(); i++) {
			char ch = text.charAt(i);
			if (lowerPrefix.charAt(i) != ((ch >= 'A' && ch <= 'Z') ? (char) (ch + 32) : ch)) {
				return false;
			}
		}
		return true;
	}

}
