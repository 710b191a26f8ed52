package dev.sekisho.routing;

import org.jspecify.annotations.Nullable;

/**
 * A compiled {@link StringMatch}.
 */
final class StringCondition {

	private final StringMatch match;

	private final String value;

	private final @Nullable RegexMatcher regex;

	StringCondition(StringMatch match) {
		this.match = match;
		this.value = ByteText.of(match.value());
		this.regex = (match.kind() == StringMatch.Kind.REGEX) ? new RegexMatcher(match.value()) : null;
	}

	StringMatch match() {
		return this.match;
	}

	boolean isPresence() {
		return this.match.kind() == StringMatch.Kind.PRESENT;
	}

	boolean isBroken() {
		return this.regex != null && this.regex.isBroken();
	}

	boolean test(String bytes) {
		return switch (this.match.kind()) {
			case EXACT -> bytes.equals(this.value);
			case PREFIX -> bytes.startsWith(this.value);
			case REGEX -> this.regex != null && this.regex.matches(bytes);
			case PRESENT -> true;
		};
	}

}
