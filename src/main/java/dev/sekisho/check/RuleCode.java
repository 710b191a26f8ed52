package dev.sekisho.check;

/**
 * Names a rule and says how grave its findings are.
 *
 * @param code {@code SKS} and four digits; the first two are the group
 * @param severity how grave its findings are as a rule
 * @param acknowledge whether the reviewer must tick each of them
 */
public record RuleCode(String code, Severity severity, boolean acknowledge) {

	/**
	 * A rule whose findings must be repaired.
	 * @param code the code
	 * @return the rule's code
	 */
	public static RuleCode blocking(String code) {
		return new RuleCode(code, Severity.BLOCKING, false);
	}

	/**
	 * A rule whose findings the reviewer must tick.
	 * @param code the code
	 * @return the rule's code
	 */
	public static RuleCode acknowledge(String code) {
		return new RuleCode(code, Severity.WARNING, true);
	}

	/**
	 * A rule whose findings may go wrong.
	 * @param code the code
	 * @return the rule's code
	 */
	public static RuleCode warning(String code) {
		return new RuleCode(code, Severity.WARNING, false);
	}

	/**
	 * A rule whose findings are good to know.
	 * @param code the code
	 * @return the rule's code
	 */
	public static RuleCode notice(String code) {
		return new RuleCode(code, Severity.NOTICE, false);
	}

}
