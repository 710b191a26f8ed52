package dev.sekisho.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import dev.sekisho.route.Owner;
import dev.sekisho.route.Owners;
import dev.sekisho.routing.ObjectName;

/**
 * Says what a finding says, in the reader's language, without the names of what the
 * reader may not see.
 */
@Component
public class FindingTexts {

	private final MessageSource messages;

	private final Owners owners;

	/**
	 * Creates the texts.
	 * @param messages the message files
	 * @param owners tells the team of a namespace
	 */
	public FindingTexts(MessageSource messages, Owners owners) {
		this.messages = messages;
		this.owners = owners;
	}

	/**
	 * The rule's name.
	 * @param finding the finding
	 * @param locale the language
	 * @return a few words
	 */
	public String title(Finding finding, Locale locale) {
		return this.messages.getMessage("check." + finding.code() + ".title", null, locale);
	}

	/**
	 * What was found.
	 * @param finding the finding
	 * @param locale the language
	 * @param sees tells which namespaces the reader sees
	 * @return one or two sentences
	 */
	public String message(Finding finding, Locale locale, Predicate<String> sees) {
		Object[] arguments = finding.arguments().stream().map((argument) -> say(argument, locale, sees)).toArray();
		return sentence(this.messages.getMessage("check." + finding.code() + ".message", arguments, locale), locale);
	}

	/**
	 * Why it matters.
	 * @param finding the finding
	 * @param locale the language
	 * @return one or two sentences
	 */
	public String why(Finding finding, Locale locale) {
		return this.messages.getMessage("check." + finding.code() + ".why", null, locale);
	}

	/**
	 * What the one-click repair does.
	 * @param finding the finding
	 * @param locale the language
	 * @return the button's text; empty if there is no repair
	 */
	public Optional<String> fix(Finding finding, Locale locale) {
		Fix fix = finding.fix();
		return Optional.ofNullable(fix).map((repair) -> this.messages.getMessage(repair.labelCode(), null, locale));
	}

	// A name stays as it is at the start of a sentence, words don't.
	private String sentence(String text, Locale locale) {
		String hidden = this.messages.getMessage("check.hidden.one", null, locale);
		return text.startsWith(hidden) ? text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) : text;
	}

	private String say(String argument, Locale locale, Predicate<String> sees) {
		if (Argument.isMessage(argument)) {
			return this.messages.getMessage("check." + Argument.messageOf(argument), null, locale);
		}
		return Argument.isRoutes(argument) ? routes(Argument.routesOf(argument), locale, sees) : argument;
	}

	private String routes(List<ObjectName> routes, Locale locale, Predicate<String> sees) {
		List<String> names = new ArrayList<>();
		int hidden = 0;
		for (ObjectName route : routes) {
			if (sees.test(route.namespace())) {
				names.add(name(route, locale));
			}
			else {
				hidden++;
			}
		}
		if (hidden > 0) {
			String key = (hidden == 1) ? "check.hidden.one" : "check.hidden.many";
			names.add(this.messages.getMessage(key, new Object[] { hidden }, locale));
		}
		return String.join(this.messages.getMessage("check.separator", null, locale), names);
	}

	private String name(ObjectName route, Locale locale) {
		Owner owner = this.owners.of(route.namespace());
		if (owner.team().equals(route.namespace())) {
			return route.toString();
		}
		return this.messages.getMessage("check.route", new Object[] { route.toString(), owner.team() }, locale);
	}

}
