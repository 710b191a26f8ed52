package dev.sekisho.check;

/**
 * Codes of findings that aren't about one proposal, and so have no rule.
 */
public final class FurtherCodes {

	/** An object that the engine can't read, and leaves out. */
	public static final RuleCode UNREADABLE = RuleCode.blocking("SKS0901");

	/** Requests whose winner only the order of creation decides. */
	public static final RuleCode ORDER_DEPENDENT = RuleCode.warning("SKS0902");

	private FurtherCodes() {
	}

}
