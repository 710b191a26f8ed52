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
public record Occurrence(String path, List<String> arguments, List<String> details, @Nullable Severity severity,
		@Nullable Fix fix) {

	/**
	 * Something found at a place.
	 * @param path the field as JSON pointer; empty for the whole
	 * @param arguments what the message says, made with {@link Argument}
	 * @return the occurrence
	 */
	public static Occurrence at(String path, String... arguments) {
		return new Occurrence(path, List.of(arguments), List.of(), null, null);
	}

	/**
	 * With more to say that doesn't belong to the finding's id.
	 * @param moreDetails arguments of the message, after the others
	 * @return the occurrence
	 */
	public Occurrence saying(String... moreDetails) {
		return new Occurrence(this.path, this.arguments, List.of(moreDetails), this.severity, this.fix);
	}

	/**
	 * With another severity than the rule's own.
	 * @param otherSeverity the severity
	 * @return the occurrence
	 */
	public Occurrence as(Severity otherSeverity) {
		return new Occurrence(this.path, this.arguments, this.details, otherSeverity, this.fix);
	}

	/**
	 * With a repair.
	 * @param repair the repair
	 * @return the occurrence
	 */
	public Occurrence repairedBy(Fix repair) {
		return new Occurrence(this.path, this.arguments, this.details, this.severity, repair);
	}

	List<String> allArguments() {
		List<String> all = new ArrayList<>(this.arguments);
		all.addAll(this.details);
		return all;
	}

}
