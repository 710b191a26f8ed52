package dev.sekisho.check;

import java.util.Collection;
import java.util.List;
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

	private RuleCatalog() {
	}

}
