package dev.sekisho.review.web;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import dev.sekisho.change.Action;
import dev.sekisho.change.RouteChange;
import dev.sekisho.change.parts.ChangeTexts;
import dev.sekisho.route.Owner;
import dev.sekisho.route.Owners;
import dev.sekisho.web.PlainText;

/**
 * Words of the review pages.
 */
@Component
class ReviewTexts {

	private final MessageSource messages;

	private final ChangeTexts changes;

	private final Owners owners;

	ReviewTexts(MessageSource messages, ChangeTexts changes, Owners owners) {
		this.messages = messages;
		this.changes = changes;
		this.owners = owners;
	}

	String text(Locale locale, String key, Object... arguments) {
		Object[] safe = Arrays.stream(arguments)
			.map((argument) -> (argument instanceof String text) ? PlainText.line(text) : argument)
			.toArray();
		return this.messages.getMessage("review." + key, safe, locale);
	}

	/**
	 * What a change does, in a few words.
	 * @param change the change
	 * @param locale the language
	 * @return such as "Register /api/v1/orders"
	 */
	String title(RouteChange change, Locale locale) {
		boolean named = change.action() == Action.DELETE || change.path().isEmpty();
		return this.changes.text("title." + change.action().text(), locale,
				named ? change.virtualService().toString() : change.path());
	}

	/**
	 * How long something has been waiting.
	 * @param age how long
	 * @param locale the language
	 * @return in the largest unit of which there is more than one
	 */
	String age(Duration age, Locale locale) {
		if (age.toMinutes() < 1) {
			return text(locale, "age.now");
		}
		if (age.toHours() < 1) {
			return text(locale, "age.minutes", age.toMinutes());
		}
		return (age.toDays() < 2) ? text(locale, "age.hours", age.toHours()) : text(locale, "age.days", age.toDays());
	}

	/**
	 * The team behind a namespace.
	 * @param namespace the namespace; empty for one the reader doesn't see
	 * @param locale the language
	 * @return its name
	 */
	String team(String namespace, Locale locale) {
		return namespace.isEmpty() ? text(locale, "hidden") : this.owners.of(namespace).team();
	}

	String teams(List<String> namespaces, Locale locale) {
		return String.join(text(locale, "separator"),
				namespaces.stream().map((namespace) -> team(namespace, locale)).distinct().toList());
	}

	Owner owner(String namespace) {
		return this.owners.of(namespace);
	}

}
