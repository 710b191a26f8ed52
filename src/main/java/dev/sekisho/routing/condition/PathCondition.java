package dev.sekisho.routing.condition;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.StringMatch;
import dev.sekisho.routing.automaton.Automaton;

/**
 * A route's condition on the path, which includes no query.
 */
public final class PathCondition {

	private final Kind kind;

	private final String value;

	private final boolean ignoreCase;

	private final @Nullable RegexMatcher regex;

	PathCondition(Kind kind, String value, boolean ignoreCase) {
		this.kind = kind;
		this.ignoreCase = ignoreCase && kind != Kind.REGEX;
		this.value = this.ignoreCase ? ByteText.lowerCase(ByteText.of(value)) : ByteText.of(value);
		this.regex = (kind == Kind.REGEX) ? new RegexMatcher(value) : null;
	}

	/**
	 * Translates {@code match.uri} ({@code TranslateRouteMatch}).
	 * @param uri the condition as written, if any
	 * @param ignoreCase {@code ignoreUriCase}
	 * @param segments whether prefixes end at segment borders, as for Gateway API
	 * @return the condition
	 */
	public static PathCondition of(@Nullable StringMatch uri, boolean ignoreCase, boolean segments) {
		if (uri == null) {
			return new PathCondition(Kind.PREFIX, "/", ignoreCase);
		}
		String value = uri.value();
		return switch (uri.kind()) {
			case EXACT -> new PathCondition(Kind.EXACT, value, ignoreCase);
			case REGEX -> new PathCondition(Kind.REGEX, value, ignoreCase);
			case PRESENT -> new PathCondition(Kind.PREFIX, "/", ignoreCase);
			case PREFIX -> (segments && !value.equals("/"))
					? new PathCondition(Kind.SEGMENTS,
							value.endsWith("/") ? value.substring(0, value.length() - 1) : value, ignoreCase)
					: new PathCondition(Kind.PREFIX, value, ignoreCase);
		};
	}

	/**
	 * How the value is compared.
	 * @return the kind
	 */
	public Kind kind() {
		return this.kind;
	}

	/**
	 * The literal, in lower case if the case is ignored; the pattern of a regex.
	 * @return the value as bytes
	 */
	public String value() {
		return this.value;
	}

	boolean ignoreCase() {
		return this.ignoreCase;
	}

	/**
	 * Whether it compares bytes with a literal, case and all.
	 * @return whether it's neither a regex nor blind to case
	 */
	public boolean isLiteral() {
		return this.kind != Kind.REGEX && !this.ignoreCase;
	}

	/**
	 * What every matching path starts with, in the case in which it must be.
	 * @return the literal; empty if none is known or the case is ignored
	 */
	public String literalHead() {
		if (this.kind != Kind.REGEX) {
			return this.ignoreCase ? "" : this.value;
		}
		return this.value.startsWith("(?i)") ? "" : PathOverlap.literalHead(this.value);
	}

	/**
	 * The automaton that accepts the paths.
	 * @return the automaton; {@code null} for a regex that can't be turned into one
	 */
	public @Nullable Automaton automaton() {
		return (this.regex != null) ? this.regex.automaton() : TextAutomata.of(this);
	}

	boolean isBroken() {
		return this.regex != null && this.regex.isBroken();
	}

	boolean isWholeSpace() {
		return (this.kind == Kind.PREFIX && this.value.equals("/"))
				|| (this.kind == Kind.REGEX && this.value.equals(".*"));
	}

	/**
	 * Whether a path meets the condition.
	 * @param path the path as bytes, after normalisation, without the query
	 * @return whether it does
	 */
	public boolean test(String path) {
		return switch (this.kind) {
			case EXACT -> path.length() == this.value.length() && startsWith(path);
			case PREFIX -> startsWith(path);
			case SEGMENTS ->
				startsWith(path) && (path.length() == this.value.length() || path.charAt(this.value.length()) == '/');
			case REGEX -> this.regex != null && this.regex.matches(path);
		};
	}

	/**
	 * How much of a matching path counts as matched when it's rewritten.
	 * @param path a path that matches
	 * @return the number of bytes
	 */
	public int matchedLength(String path) {
		return (this.kind == Kind.REGEX) ? path.length() : this.value.length();
	}

	private boolean startsWith(String path) {
		return this.ignoreCase ? ByteText.startsWithIgnoreCase(path, this.value) : path.startsWith(this.value);
	}

	/**
	 * The kinds of condition.
	 */
	public enum Kind {

		/** Equal. */
		EXACT,
		/** Starts with it. */
		PREFIX,
		/** Equal, or starts with it and a slash. */
		SEGMENTS,
		/** The whole path matches. */
		REGEX

	}

}
