package dev.sekisho.check;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import dev.sekisho.check.action.ActionRules;
import dev.sekisho.check.binding.BindingRules;
import dev.sekisho.check.claim.ClaimRules;
import dev.sekisho.check.destination.DestinationRules;
import dev.sekisho.check.ownership.OwnershipRules;
import dev.sekisho.check.path.PathRules;
import dev.sekisho.check.traffic.TrafficRules;
import dev.sekisho.check.validation.ValidationRules;

/**
 * All rules, in the order in which they are asked. Each sub-package has a list of its
 * own. Those of the validation come last, because they are silent where another rule has
 * spoken.
 */
final class RuleCatalog {

	static final List<Rule> RULES = Stream
		.of(BindingRules.ALL, ClaimRules.ALL, PathRules.ALL, DestinationRules.ALL, TrafficRules.ALL, ActionRules.ALL,
				OwnershipRules.ALL, ValidationRules.ALL)
		.flatMap(Collection::stream)
		.toList();

	private static final RuleCode UNFINISHED = RuleCode.blocking("SKS0001");

	private RuleCatalog() {
	}

	/**
	 * Asks the rules. Never fails because of what the manifest holds: that is a finding.
	 * @param examination the proposal and what surrounds it
	 * @param report gets the findings
	 * @param rules the rules to ask, in their order
	 * @param failed gets what a rule that can't finish throws
	 */
	static void check(Examination examination, Report report, List<Rule> rules,
			BiConsumer<RuleCode, RuntimeException> failed) {
		for (Rule rule : rules) {
			try {
				rule.check(examination, report);
			}
			catch (RuntimeException ex) {
				failed.accept(rule.code(), ex);
				report.add(UNFINISHED, Occurrence.at("", rule.code().code()));
			}
		}
	}

	static void unfinished(Report report, String path, String reason) {
		report.add(UNFINISHED, Occurrence.at(path, Argument.text(reason)));
	}

	/**
	 * Every code that a reader can meet.
	 * @return the codes, in order
	 */
	static List<RuleCode> codes() {
		return Stream
			.concat(Stream.of(UNFINISHED, FurtherCodes.UNREADABLE, FurtherCodes.ORDER_DEPENDENT),
					RULES.stream().map(Rule::code))
			.sorted(Comparator.comparing(RuleCode::code))
			.toList();
	}

}
