package dev.sekisho.sandbox.store;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How objects of a type may be named, with the API server's own words for a refusal.
 */
public enum NameRule {

	/** As a DNS subdomain: most types. */
	SUBDOMAIN("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*", 253,
			"a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must "
					+ "start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '%s')"),

	/** As a DNS label: namespaces. */
	LABEL("[a-z0-9]([-a-z0-9]*[a-z0-9])?", 63,
			"a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and "
					+ "end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '%s')"),

	/** As a DNS label that starts with a letter: Services. */
	STRICT_LABEL("[a-z]([-a-z0-9]*[a-z0-9])?", 63,
			"a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic "
					+ "character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for "
					+ "validation is '%s')"),

	/** Anything that fits into a path: roles and their bindings. */
	SEGMENT("(?!\\.\\.?$)[^/%]+", 253, "may not be '.' or '..' or contain '/' or '%%'");

	private final Pattern pattern;

	private final int length;

	private final String words;

	NameRule(String regex, int length, String words) {
		this.pattern = Pattern.compile(regex);
		this.length = length;
		this.words = words.formatted(regex);
	}

	static NameRule of(String name) {
		return NameRule.valueOf(name);
	}

	/**
	 * Checks a name.
	 * @param name the name
	 * @return why it is refused; empty if it is fine
	 */
	public Optional<String> refusal(String name) {
		if (name.length() > this.length) {
			return Optional.of("must be no more than " + this.length + " characters");
		}
		return this.pattern.matcher(name).matches() ? Optional.empty() : Optional.of(this.words);
	}

}
