package dev.sekisho.check;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import dev.sekisho.route.Owners;

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
		return new Wording((key, arguments) -> this.messages.getMessage(key, arguments, locale), sees,
				(namespace) -> this.owners.of(namespace).team())
			.message(finding);
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

}
