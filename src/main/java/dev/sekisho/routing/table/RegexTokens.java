package dev.sekisho.routing.table;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.condition.ByteText;

/**
 * The beginning of a regex as a sequence of chars and repeated classes, as far as it's
 * plain. What the regex matches starts with what the sequence describes, compared in
 * lower case.
 */
final class RegexTokens {

	private static final String META = ".[]()*+?{}^$|\\";

	private final String regex;

	private int at;

	private final List<Token> tokens = new ArrayList<>();

	private RegexTokens(String regex) {
		this.regex = regex;
	}

	static List<Token> of(String regex) {
		RegexTokens parser = new RegexTokens(regex);
		if (regex.startsWith("(?i)")) {
			parser.at = 4;
		}
		if (!parser.hasAlternatives()) {
			parser.parse();
		}
		return parser.tokens;
	}

	// Whether there's a | outside of all groups, or anything that makes that hard to say.
	private boolean hasAlternatives() {
		int depth = 0;
		boolean inClass = false;
		for (int i = this.at; i < this.regex.length(); i++) {
			char ch = this.regex.charAt(i);
			if (ch == '\\') {
				if (i + 1 < this.regex.length() && "QE".indexOf(this.regex.charAt(i + 1)) >= 0) {
					return true;
				}
				i++;
			}
			else if (inClass) {
				inClass = ch != ']' || this.regex.charAt(i - 1) == '[' || this.regex.startsWith("[^]", i - 2);
			}
			else if (ch == '[') {
				inClass = true;
			}
			else if (ch == '(') {
				depth++;
			}
			else if (ch == ')') {
				depth--;
			}
			else if (ch == '|' && depth == 0) {
				return true;
			}
		}
		return inClass || depth != 0;
	}

	private void parse() {
		if (this.regex.startsWith("^", this.at)) {
			this.at++;
		}
		while (this.at < this.regex.length()) {
			int start = this.at;
			String chars = atom();
			if (chars == null) {
				return;
			}
			String quantifier = quantifier();
			if (quantifier.equals("{")) {
				this.at = start;
				return;
			}
			boolean optional = quantifier.startsWith("*") || quantifier.startsWith("?");
			boolean repeated = quantifier.startsWith("*") || quantifier.startsWith("+");
			this.tokens.add(new Token(chars, optional, repeated));
		}
	}

	// The chars it stands for in lower case: one, or empty for any; null if it isn't
	// plain.
	private @Nullable String atom() {
		char ch = this.regex.charAt(this.at);
		if (ch == '\\') {
			char next = (this.at + 1 < this.regex.length()) ? this.regex.charAt(this.at + 1) : 'Q';
			if (next >= 0x80 || Character.isLetterOrDigit(next)) {
				return classEscape(next);
			}
			this.at += 2;
			return String.valueOf(next);
		}
		if (ch == '.') {
			this.at++;
			return "";
		}
		if (ch == '[') {
			return charClass();
		}
		if (META.indexOf(ch) >= 0) {
			return null;
		}
		this.at++;
		return ByteText.lowerCase(String.valueOf(ch));
	}

	private @Nullable String classEscape(char name) {
		if (name == 'd') {
			this.at += 2;
			return "0123456789";
		}
		return null;
	}

	// Plain classes are spelled out, the others stand for any char.
	private @Nullable String charClass() {
		int end = this.regex.indexOf(']', this.at + 2);
		if (end < 0) {
			return null;
		}
		String inside = this.regex.substring(this.at + 1, end);
		if (inside.indexOf('[') >= 0 || inside.indexOf('\\') >= 0 || inside.startsWith("^") && inside.length() == 1) {
			return null;
		}
		this.at = end + 1;
		if (inside.startsWith("^")) {
			return "";
		}
		StringBuilder chars = new StringBuilder();
		for (int i = 0; i < inside.length(); i++) {
			char from = inside.charAt(i);
			boolean range = i + 2 < inside.length() && inside.charAt(i + 1) == '-';
			char to = range ? inside.charAt(i + 2) : from;
			for (char ch = from; ch <= to && chars.length() < 256; ch++) {
				chars.append(ByteText.lowerCase(String.valueOf(ch)));
			}
			i += range ? 2 : 0;
		}
		return chars.toString();
	}

	private String quantifier() {
		if (this.at >= this.regex.length() || "*+?{".indexOf(this.regex.charAt(this.at)) < 0) {
			return "";
		}
		String quantifier = String.valueOf(this.regex.charAt(this.at++));
		if (this.at < this.regex.length() && this.regex.charAt(this.at) == '?') {
			this.at++;
		}
		return quantifier;
	}

	/**
	 * A char or a class.
	 *
	 * @param chars the chars, one of which is needed; empty for any char
	 * @param optional whether there may be none
	 * @param repeated whether there may be more
	 */
	record Token(String chars, boolean optional, boolean repeated) {

		boolean meets(Token other) {
			return this.chars.isEmpty() || other.chars.isEmpty()
					|| this.chars.chars().anyMatch((ch) -> other.chars.indexOf(ch) >= 0);
		}

		boolean accepts(char ch) {
			return this.chars.isEmpty() || this.chars.indexOf(ch) >= 0;
		}

	}

}
