package dev.sekisho.check;

/**
 * Names a rule and says how grave its findings are.
 *
 * @param code {@code SKS} and four digits; the first two are the group
 * @param severity how grave its findings are as a rule
 * @param acknowledge whether the reviewer must tick each of them
 */
record RuleCode(String code, Severity severity, boolean acknowledge) {

	static RuleCode blocking(String code) {
		return new RuleCode(code, Severity.BLOCKING, false);
	}

	static RuleCode acknowledge(String code) {
		return new RuleCode(code, Severity.WARNING, true);
	}

	static RuleCode warning(String code) {
		return new RuleCode(code, Severity.WARNING, false);
	}

	static RuleCode notice(String code) {
		return new RuleCode(code, Severity.NOTICE, false);
	}

}
