package dev.sekisho.routing.regex;

/**
 * Reads characters and escapes of a regex.
 */
final class RegexScanner {

	private static final String INVALID_ESCAPE = "invalid escape sequence";

	private final String regex;

	private final RegexDialect dialect;

	private int at;

	RegexScanner(String regex, RegexDialect dialect) {
		this.regex = regex;
		this.dialect = dialect;
	}

	boolean atEnd() {
		return this.at >= this.regex.length();
	}

	/**
	 * The next character, which stays where it is.
	 * @return the character, NUL at the end
	 */
	char peek() {
		return peek(0);
	}

	char peek(int ahead) {
		return (this.at + ahead < this.regex.length()) ? this.regex.charAt(this.at + ahead) : '\0';
	}

	/**
	 * Whether there are so many characters left.
	 * @param count how many
	 * @return {@code false} if the end is nearer
	 */
	boolean has(int count) {
		return this.at + count <= this.regex.length();
	}

	boolean startsWith(String text) {
		return this.regex.startsWith(text, this.at);
	}

	int indexOf(String text) {
		return this.regex.indexOf(text, this.at);
	}

	String takeTo(int end) {
		String text = this.regex.substring(this.at, end);
		this.at = end;
		return text;
	}

	int position() {
		return this.at;
	}

	/**
	 * The text up to the first occurrence of another, including it.
	 * @param text what is looked for
	 * @param ahead how many characters to leave out of the search
	 * @return the text, which stays where it is; empty if there is no occurrence
	 */
	String upTo(String text, int ahead) {
		int end = this.regex.indexOf(text, this.at + ahead);
		return (end < 0) ? "" : this.regex.substring(this.at, end + text.length());
	}

	void skip(int count) {
		this.at = Math.min(this.regex.length(), this.at + count);
	}

	int take() {
		int point = this.regex.codePointAt(this.at);
		this.at += Character.charCount(point);
		return point;
	}

	int length() {
		return this.regex.length();
	}

	/**
	 * Reads an escaped character; the scanner stands at the backslash.
	 * @return the character
	 * @throws RegexSyntaxException if it can't be escaped
	 */
	int escape() throws RegexSyntaxException {
		skip(1);
		if (atEnd()) {
			throw new RegexSyntaxException("trailing backslash at end of expression");
		}
		int point = take();
		if (point >= '0' && point <= '7') {
			return octal(point);
		}
		return switch (point) {
			case 'x' -> hexadecimal();
			case 'a' -> 0x07;
			case 'f' -> '\f';
			case 'n' -> '\n';
			case 'r' -> '\r';
			case 't' -> '\t';
			case 'v' -> 0x0B;
			default -> itself(point);
		};
	}

	private int itself(int point) throws RegexSyntaxException {
		if (point >= 0x80 || ByteClass.isAlphanumeric(point)) {
			throw new RegexSyntaxException(INVALID_ESCAPE);
		}
		return point;
	}

	private int octal(int first) throws RegexSyntaxException {
		if (first != '0' && !isOctal(peek())) {
			throw new RegexSyntaxException(INVALID_ESCAPE);
		}
		int value = first - '0';
		for (int i = 1; i < 3 && isOctal(peek()); i++) {
			value = value * 8 + take() - '0';
		}
		return checked(value);
	}

	private static boolean isOctal(char ch) {
		return ch >= '0' && ch <= '7';
	}

	private int hexadecimal() throws RegexSyntaxException {
		if (peek() != '{' || atEnd()) {
			int high = hexadecimalDigit();
			return high * 16 + hexadecimalDigit();
		}
		skip(1);
		int value = hexadecimalDigit();
		while (peek() != '}') {
			value = checked(value * 16 + hexadecimalDigit());
		}
		skip(1);
		return value;
	}

	private int hexadecimalDigit() throws RegexSyntaxException {
		int digit = atEnd() ? -1 : Character.digit(peek(), 16);
		if (digit < 0 || peek() > 0x7F) {
			throw new RegexSyntaxException(INVALID_ESCAPE);
		}
		skip(1);
		return digit;
	}

	private int checked(int value) throws RegexSyntaxException {
		if (value > this.dialect.largest()) {
			throw new RegexSyntaxException(INVALID_ESCAPE);
		}
		return value;
	}

}
