package dev.sekisho.check;

import java.util.List;
import java.util.Set;

/**
 * Names a rule and says how grave its findings are.
 *
 * @param code {@code SKS} and four digits; the first two are the group
 * @param severity how grave its findings are as a rule
 * @param acknowledge whether the reviewer must tick each of them
 * @param alike codes of {@code istioctl analyze} (IST) and Kiali (KIA) for the same
 * @param needs what must be known for it to be asked
 */
public record RuleCode(String code, Severity severity, boolean acknowledge, List<String> alike, Set<Need> needs) {

	public RuleCode {
		alike = List.copyOf(alike);
		needs = Set.copyOf(needs);
	}

	/**
	 * A rule whose findings must be repaired.
	 * @param code the code
	 * @return the rule's code
	 */
	public static RuleCode blocking(String code) {
		return new RuleCode(code, Severity.BLOCKING, false, List.of(), Set.of());
	}

	/**
	 * A rule whose findings the reviewer must tick.
	 * @param code the code
	 * @return the rule's code
	 */
	public static RuleCode acknowledge(String code) {
		return new RuleCode(code, Severity.WARNING, true, List.of(), Set.of());
	}

	/**
	 * A rule whose findings may go wrong.
	 * @param code the code
	 * @return the rule's code
	 */
	public static RuleCode warning(String code) {
		return new RuleCode(code, Severity.WARNING, false, List.of(), Set.of());
	}

	/**
	 * A rule whose findings are good to know.
	 * @param code the code
	 * @return the rule's code
	 */
	public static RuleCode notice(String code) {
		return new RuleCode(code, Severity.NOTICE, false, List.of(), Set.of());
	}

	/**
	 * With the codes of other tools for the same, or for a part of it.
	 * @param codes such as {@code IST0101} and {@code KIA1101}
	 * @return the rule's code
	 */
	public RuleCode like(String... codes) {
		return new RuleCode(this.code, this.severity, this.acknowledge, List.of(codes), this.needs);
	}

	/**
	 * With what must be known for it to be asked. The portal knows all of it.
	 * @param needed what must be known
	 * @return the rule's code
	 */
	public RuleCode needing(Need... needed) {
		return new RuleCode(this.code, this.severity, this.acknowledge, this.alike, Set.of(needed));
	}

}
