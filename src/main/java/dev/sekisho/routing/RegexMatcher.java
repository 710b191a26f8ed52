package dev.sekisho.routing;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A regex as Envoy runs it: RE2, on bytes. Compiled at first use.
 */
final class RegexMatcher {

	private final String regex;

	private volatile @Nullable Pattern pattern;

	private volatile boolean broken;

	RegexMatcher(String regex) {
		this.regex = ByteText.of(regex);
	}

	/**
	 * Whether the regex can't be compiled, so that the answer can't be told.
	 * @return whether it's broken
	 */
	boolean isBroken() {
		return pattern() == null;
	}

	boolean matches(String bytes) {
		Pattern compiled = pattern();
		return compiled != null && compiled.matches(bytes);
	}

	@Nullable Pattern pattern() {
		Pattern compiled = this.pattern;
		if (compiled == null && !this.broken) {
			try {
				compiled = Pattern.compile(this.regex);
				this.pattern = compiled;
			}
			catch (PatternSyntaxException ex) {
				this.broken = true;
			}
		}
		return compiled;
	}

}
