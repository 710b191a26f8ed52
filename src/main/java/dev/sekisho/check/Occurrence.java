package dev.sekisho.check;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Where a rule found something, and what.
 *
 * @param path JSON pointer of the field
 * @param arguments what the message says and the finding's id depends on
 * @param details what the message says as well, though it may change from one moment to
 * the next, such as a position
 * @param severity another severity than the rule's own, if this one differs
 * @param fix a repair, if there is one
 */
record Occurrence(String path, List<String> arguments, List<String> details, @Nullable Severity severity,
		@Nullable Fix fix) {

	static Occurrence at(String path, String... arguments) {
		return new Occurrence(path, List.of(arguments), List.of(), null, null);
	}

	Occurrence saying(String... moreDetails) {
		return new Occurrence(this.path, this.arguments, List.of(moreDetails), this.severity, this.fix);
	}

	Occurrence as(Severity otherSeverity) {
		return new Occurrence(this.path, this.arguments, this.details, otherSeverity, this.fix);
	}

	Occurrence repairedBy(Fix repair) {
		return new Occurrence(this.path, this.arguments, this.details, this.severity, repair);
	}

	List<String> allArguments() {
		List<String> all = new ArrayList<>(this.arguments);
		all.addAll(this.details);
		return all;
	}

}
