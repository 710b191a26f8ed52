package dev.sekisho.chain.web;

import java.time.Instant;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import dev.sekisho.chain.Hop;
import dev.sekisho.chain.Reason;
import dev.sekisho.web.Times;
import dev.sekisho.web.VisibleText;

/**
 * The texts of chains, in the reader's language. Names are in backticks.
 */
@Component
class ChainTexts {

	private final MessageSource messages;

	private final Times times;

	ChainTexts(MessageSource messages, Times times) {
		this.messages = messages;
		this.times = times;
	}

	String text(Reason reason, Locale locale) {
		return message(reason.code(), locale, reason.arguments().toArray());
	}

	String message(String key, Locale locale, Object... arguments) {
		Object[] texts = new Object[arguments.length];
		for (int index = 0; index < arguments.length; index++) {
			texts[index] = argument(arguments[index], key, locale);
		}
		return this.messages.getMessage("chain." + key, texts, locale);
	}

	String effect(Hop hop, Locale locale) {
		return message("effect." + hop.effect().code(), locale);
	}

	String state(String state, Locale locale) {
		return this.messages.getMessage("web.state." + state, null, locale);
	}

	String clock(Instant instant) {
		return this.times.clock(instant);
	}

	// Numbers are names here (ports, positions): they get no thousands separators.
	private Object argument(Object value, String key, Locale locale) {
		if (value instanceof Instant instant) {
			return this.times.clock(instant);
		}
		String text = VisibleText.of(value.toString());
		if (text.isEmpty()) {
			return key.startsWith("virtual-service.") ? this.messages.getMessage("chain.hidden", null, locale) : "–";
		}
		return text;
	}

}
