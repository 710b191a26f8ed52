package dev.sekisho.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import dev.sekisho.routing.ObjectName;

/**
 * Puts a finding into words, without the names of what the reader may not see.
 *
 * @param texts the texts, in the reader's language
 * @param sees tells which namespaces the reader sees
 * @param team tells the team of a namespace; the namespace's own name where it isn't said
 */
public record Wording(Texts texts, Predicate<String> sees, UnaryOperator<String> team) {

	/**
	 * What was found.
	 * @param finding the finding
	 * @return one or two sentences
	 */
	public String message(Finding finding) {
		Object[] arguments = finding.arguments().stream().map(this::say).toArray();
		return sentence(this.texts.text("check." + finding.code() + ".message", arguments));
	}

	// A name stays as it is at the start of a sentence, words don't.
	private String sentence(String text) {
		String hidden = this.texts.text("check.hidden.one");
		return text.startsWith(hidden) ? text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) : text;
	}

	private String say(String argument) {
		if (Argument.isMessage(argument)) {
			return this.texts.text("check." + Argument.messageOf(argument));
		}
		return Argument.isRoutes(argument) ? routes(Argument.routesOf(argument)) : argument;
	}

	private String routes(List<ObjectName> routes) {
		List<String> names = new ArrayList<>();
		int hidden = 0;
		for (ObjectName route : routes) {
			if (this.sees.test(route.namespace())) {
				names.add(name(route));
			}
			else {
				hidden++;
			}
		}
		if (hidden > 0) {
			names.add(this.texts.text((hidden == 1) ? "check.hidden.one" : "check.hidden.many", hidden));
		}
		return String.join(this.texts.text("check.separator"), names);
	}

	private String name(ObjectName route) {
		String owner = this.team.apply(route.namespace());
		return owner.equals(route.namespace()) ? route.toString()
				: this.texts.text("check.route", route.toString(), owner);
	}

	/**
	 * The texts of one language.
	 */
	@FunctionalInterface
	public interface Texts {

		/**
		 * A text.
		 * @param key its key
		 * @param arguments its arguments
		 * @return the text
		 */
		String text(String key, Object... arguments);

	}

}
