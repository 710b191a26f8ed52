package dev.sekisho.route.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import dev.sekisho.routing.ObjectName;
import dev.sekisho.web.VisibleText;

/**
 * The texts about routes, in the reader's language. Names are in backticks; numbers are
 * passed as texts, since positions and ports have no thousands separators.
 */
@Component
class RouteTexts {

	/** Further routes are counted. */
	private static final int MOST_OTHERS = 3;

	private final MessageSource messages;

	RouteTexts(MessageSource messages) {
		this.messages = messages;
	}

	String message(String key, Locale locale, Object... arguments) {
		Object[] texts = new Object[arguments.length];
		for (int index = 0; index < arguments.length; index++) {
			texts[index] = VisibleText.of(String.valueOf(arguments[index]));
		}
		return this.messages.getMessage("route." + key, texts, locale);
	}

	/**
	 * Says what a finding about a destination says.
	 * @param finding the finding
	 * @param locale the language
	 * @return the sentence, with names in backticks
	 */
	String destination(RouteFinding finding, Locale locale) {
		String key = "finding." + finding.code().value();
		return switch (finding.code()) {
			case NO_ENDPOINTS ->
				message(key + ((finding.total() == 0) ? ".none" : ""), locale, finding.subject(), finding.total());
			case ENDPOINTS_NOT_READY -> message(key, locale, finding.ready(), finding.total());
			default -> message(key, locale, finding.subject());
		};
	}

	/**
	 * Says what a finding says.
	 * @param row the row it belongs to
	 * @param finding the finding
	 * @param locale the language
	 * @return the sentence, with names in backticks
	 */
	String finding(RouteRow row, RouteFinding finding, Locale locale) {
		String key = "finding." + finding.code().value();
		return switch (finding.code()) {
			case SHADOWED, PARTLY_SHADOWED -> message(key, locale, others("before", finding, locale));
			case TAKES_FROM -> message(key, locale, others("after", finding, locale));
			case NO_DESTINATION -> message(key, locale, finding.subject());
			case NO_ENDPOINTS ->
				message(key + ((finding.total() == 0) ? ".none" : ""), locale, finding.subject(), finding.total());
			case ENDPOINTS_NOT_READY -> message(key, locale, finding.ready(), finding.total());
			case TRIED_LATE -> message(key, locale, ordinal(row.position(), locale), row.hostRoutes());
			case NEVER_MATCHES, CANT_TELL, CATCH_ALL -> message(key, locale);
		};
	}

	private String others(String side, RouteFinding finding, Locale locale) {
		List<String> named = new ArrayList<>(
				finding.others().stream().limit(MOST_OTHERS).map((other) -> other(side, other, locale)).toList());
		if (finding.others().size() > MOST_OTHERS) {
			named.add(message("other.more", locale, finding.others().size() - MOST_OTHERS));
		}
		return named.stream().collect(Collectors.joining(message("list.separator", locale)));
	}

	private String other(String side, RouteFinding.Other other, Locale locale) {
		ObjectName name = other.virtualService();
		if (name == null) {
			return message("other.hidden", locale, other.position());
		}
		String key = side.equals("before") ? "other." + other.why() : "other.later";
		return message(key, locale, other.position(), name);
	}

	private String ordinal(int number, Locale locale) {
		int hundred = number % 100;
		String suffix = (hundred >= 11 && hundred <= 13) ? "th" : switch (number % 10) {
			case 1 -> "st";
			case 2 -> "nd";
			case 3 -> "rd";
			default -> "th";
		};
		return message("ordinal." + suffix, locale, number);
	}

}
