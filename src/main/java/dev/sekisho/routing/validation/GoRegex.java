package dev.sekisho.routing.validation;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/**
 * Regexes as istiod compiles them.
 */
final class GoRegex {

	private GoRegex() {
	}

	static String problem(String regex) {
		try {
			Pattern.compile(regex);
			return "";
		}
		catch (PatternSyntaxException ex) {
			return String.valueOf(ex.getDescription());
		}
	}

}
