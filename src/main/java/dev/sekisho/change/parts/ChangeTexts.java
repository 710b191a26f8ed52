package dev.sekisho.change.parts;

import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import dev.sekisho.change.ChangeRefused;
import dev.sekisho.change.Condition;
import dev.sekisho.change.InputProblem;
import dev.sekisho.web.PlainText;
import dev.sekisho.web.VisibleText;

/**
 * The texts of changes, in the reader's language.
 */
@Component
public class ChangeTexts {

	private final MessageSource messages;

	ChangeTexts(MessageSource messages) {
		this.messages = messages;
	}

	/**
	 * A text.
	 * @param key its key after {@code change.}
	 * @param locale the language
	 * @param arguments what stands in its placeholders; texts are made safe to look at
	 * @return the text
	 */
	public String text(String key, Locale locale, Object... arguments) {
		Object[] safe = new Object[arguments.length];
		for (int i = 0; i < arguments.length; i++) {
			safe[i] = (arguments[i] instanceof String text) ? PlainText.line(text) : arguments[i];
		}
		return this.messages.getMessage("change." + key, safe, locale);
	}

	/**
	 * What is wrong with something that was typed.
	 * @param problem the problem
	 * @param locale the language
	 * @return one or two sentences
	 */
	public String problem(InputProblem problem, Locale locale) {
		return text("input." + problem.code(), locale, problem.arguments().stream().map(VisibleText::of).toArray());
	}

	/**
	 * Why a step isn't taken.
	 * @param reason the reason
	 * @param locale the language
	 * @return a sentence
	 */
	public String refused(ChangeRefused.Reason reason, Locale locale) {
		return text("refused." + reason.code(), locale);
	}

	/**
	 * What a condition says.
	 * @param condition the condition
	 * @param locale the language
	 * @return a few words; the code itself where there are none
	 */
	public String condition(Condition condition, Locale locale) {
		String key = "change.condition." + condition.type() + "." + condition.reason();
		return String.valueOf(this.messages.getMessage(key, null, PlainText.line(condition.reason()), locale));
	}

}
