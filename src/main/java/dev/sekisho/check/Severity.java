package dev.sekisho.check;

/**
 * How grave a finding is.
 */
public enum Severity {

	/** Must be repaired: the change can't be approved. */
	BLOCKING,
	/** May go wrong; some of these must be acknowledged by the reviewer. */
	WARNING,
	/** Good to know. */
	NOTICE

}
