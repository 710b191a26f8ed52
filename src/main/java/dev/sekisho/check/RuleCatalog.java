package dev.sekisho.check;

import java.util.List;

/**
 * All rules, in the order in which they are asked.
 */
final class RuleCatalog {

	static final List<Rule> RULES = List.of(new OnlyTheSharedGateway());

	private RuleCatalog() {
	}

}
