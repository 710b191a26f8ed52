package dev.sekisho.check.validation;

import java.util.List;
import java.util.stream.Stream;

import dev.sekisho.check.Rule;
import dev.sekisho.routing.validation.Law;

/**
 * The rules of this package: one for each law.
 */
public final class ValidationRules {

	/** All of them, in order. */
	public static final List<Rule> ALL = Stream.of(Law.values()).<Rule>map(LawRule::new).toList();

	private ValidationRules() {
	}

}
