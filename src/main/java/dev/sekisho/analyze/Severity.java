package dev.sekisho.analyze;

import java.util.Locale;

/**
 * How grave a finding is, the gravest first.
 */
enum Severity {

	/** Has to be repaired. */
	BLOCKING,
	/** Should be looked at. */
	WARNING,
	/** Good to know. */
	NOTICE;

	static Severity of(dev.sekisho.check.Severity severity) {
		return valueOf(severity.name());
	}

	String label() {
		return name().toLowerCase(Locale.ROOT);
	}

}
