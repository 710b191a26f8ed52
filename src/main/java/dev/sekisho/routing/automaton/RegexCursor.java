package dev.sekisho.routing.automaton;

/**
 * A place in a regex, and what is taken from there on.
 */
final class RegexCursor {

	private final String regex;

	private int at;

	RegexCursor(String regex) {
		this.regex = regex;
	}

	boolean atEnd() {
		return this.at >= this.regex.length();
	}

	char peek() {
		return (this.at < this.regex.length()) ? this.regex.charAt(this.at) : 0;
	}

	boolean sees(String text) {
		return this.regex.startsWith(text, this.at);
	}

	String takeUntil(String end) {
		int index = this.regex.indexOf(end, this.at);
		if (index < 0) {
			throw new UnsupportedRegexException("missing " + end);
		}
		String taken = this.regex.substring(this.at, index);
		this.at = index + end.length();
		return taken;
	}

	char take() {
		if (this.at >= this.regex.length()) {
			throw new UnsupportedRegexException("unexpected end");
		}
		return this.regex.charAt(this.at++);
	}

	void expect(char ch) {
		if (take() != ch) {
			throw new UnsupportedRegexException("missing " + ch);
		}
	}

	/**
	 * Takes the text before a mark, and the mark; all there is if it doesn't come.
	 * @param end the mark
	 * @return the text
	 */
	String takeUntilOrAll(String end) {
		int index = this.regex.indexOf(end, this.at);
		String taken = this.regex.substring(this.at, (index < 0) ? this.regex.length() : index);
		this.at = (index < 0) ? this.regex.length() : index + end.length();
		return taken;
	}

	/**
	 * The text before a mark, from here on. Takes nothing.
	 * @param end the mark
	 * @return the text; the present char alone if the mark doesn't come
	 */
	String upTo(String end) {
		int index = this.regex.indexOf(end, this.at);
		return this.regex.substring(this.at, (index < 0) ? this.at + 1 : index);
	}

	/**
	 * Takes what stands behind a backslash and means one char.
	 * @return the char
	 */
	char escapedChar() {
		char ch = take();
		return switch (ch) {
			case 'n' -> '\n';
			case 't' -> '\t';
			case 'r' -> '\r';
			case 'f' -> '\f';
			case 'v' -> 0x0B;
			case 'a' -> 0x07;
			case 'x' -> hex();
			default -> {
				if (ch < 0x80 && Character.isLetterOrDigit(ch)) {
					throw new UnsupportedRegexException("escape " + ch);
				}
				yield ch;
			}
		};
	}

	private char hex() {
		String digits = sees("{") ? braced() : "" + take() + take();
		try {
			int value = Integer.parseInt(digits, 16);
			if (value < ByteSets.SIZE) {
				return (char) value;
			}
		}
		catch (NumberFormatException ex) {
			throw new UnsupportedRegexException("hexadecimal escape");
		}
		throw new UnsupportedRegexException("char above a byte");
	}

	private String braced() {
		take();
		return takeUntil("}");
	}

}
