package dev.sekisho.routing.condition;

/**
 * A quick test whether two path conditions can meet. Says no only when they can't.
 *
 * @param head what every path of the condition starts with, in lower case
 * @param whole whether the path is no longer than that
 */
public record PathOverlap(String head, boolean whole) {

	static PathOverlap of(PathCondition path) {
		return switch (path.kind()) {
			case EXACT -> new PathOverlap(ByteText.lowerCase(path.value()), true);
			case PREFIX, SEGMENTS -> new PathOverlap(ByteText.lowerCase(path.value()), false);
			case REGEX -> new PathOverlap(ByteText.lowerCase(literalHead(path.value())), false);
		};
	}

	boolean mayMeet(PathOverlap other) {
		if (this.head.length() >= other.head.length()) {
			return this.head.startsWith(other.head) && !(other.whole && this.head.length() > other.head.length());
		}
		return other.head.startsWith(this.head) && !this.whole;
	}

	/**
	 * What every path that matches a regex starts with, in the case written.
	 * @param regex the regex
	 * @return the literal; empty if none is known
	 */
	static String literalHead(String regex) {
		if (regex.indexOf('|') >= 0 || regex.contains("(?") && !regex.startsWith("(?i)")) {
			return "";
		}
		StringBuilder head = new StringBuilder();
		int at = regex.startsWith("(?i)") ? 4 : 0;
		if (at < regex.length() && regex.charAt(at) == '^') {
			at++;
		}
		while (at < regex.length()) {
			char ch = regex.charAt(at);
			int length = 1;
			if (ch == '\\') {
				length = 2;
				ch = (at + 1 < regex.length()) ? regex.charAt(at + 1) : 'Q';
				if (ch >= 0x80 || Character.isLetterOrDigit(ch)) {
					break;
				}
			}
			else if (".[]()*+?{}^$".indexOf(ch) >= 0) {
				break;
			}
			char after = (at + length < regex.length()) ? regex.charAt(at + length) : ' ';
			if ("*?{".indexOf(after) >= 0) {
				break;
			}
			head.append(ch);
			at += length;
		}
		return head.toString();
	}

}
