package dev.sekisho.sandbox.schema;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A validation rule: a term over {@code self} and {@code oldSelf}.
 *
 * @param term the term
 * @param transition whether it mentions {@code oldSelf} and so only speaks of updates
 */
record Rule(Term term, boolean transition) {

	/**
	 * Reads a rule.
	 * @param text the rule
	 * @return the rule
	 * @throws IllegalArgumentException if it uses more of CEL than is known here
	 */
	static Rule parse(String text) {
		return new Rule(new RuleParser(text).parse(), text.contains("oldSelf"));
	}

	/**
	 * Whether the rule holds. As in the API server, a term that can't be evaluated
	 * doesn't.
	 * @param self the value
	 * @param oldSelf the value before, or a missing node
	 * @return whether it holds
	 */
	boolean holds(JsonNode self, JsonNode oldSelf) {
		return (this.transition && oldSelf.isMissingNode()) || this.term.evaluate(self, oldSelf).asBoolean();
	}

	/**
	 * A part of a rule.
	 */
	interface Term {

		/**
		 * Evaluates the term.
		 * @param self the value
		 * @param oldSelf the value before, or a missing node
		 * @return the result; a missing node if there is none
		 */
		JsonNode evaluate(JsonNode self, JsonNode oldSelf);

	}

}
