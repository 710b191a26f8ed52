package dev.sekisho.check;

/**
 * One thing that is checked. A rule reads what it is given and reports; it never throws
 * because of what somebody wrote.
 */
public interface Rule {

	/**
	 * The rule's name and severity.
	 * @return the code
	 */
	RuleCode code();

	/**
	 * Checks a proposal.
	 * @param examination the proposal and what surrounds it
	 * @param report where findings go
	 */
	void check(Examination examination, Report report);

}
