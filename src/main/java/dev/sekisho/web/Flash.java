package dev.sekisho.web;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * A sentence shown once on the page after a redirect: add it to the
 * {@code RedirectAttributes} as flash attribute {@value #NAME}.
 *
 * @param tone what it looks like: {@code success}, {@code warning}, {@code danger} or
 * {@code info}
 * @param code key of the sentence in the message files
 * @param arguments what stands in its placeholders
 */
public record Flash(String tone, String code, List<String> arguments) implements Serializable {

	/** Name of the flash attribute. */
	public static final String NAME = "flash";

	/**
	 * Something was done.
	 * @param code message key
	 * @param arguments values of the placeholders
	 * @return the sentence
	 */
	public static Flash success(String code, String... arguments) {
		return new Flash("success", code, Arrays.asList(arguments));
	}

	/**
	 * Something was not done, and why.
	 * @param code message key
	 * @param arguments values of the placeholders
	 * @return the sentence
	 */
	public static Flash danger(String code, String... arguments) {
		return new Flash("danger", code, Arrays.asList(arguments));
	}

	/**
	 * Something to know.
	 * @param code message key
	 * @param arguments values of the placeholders
	 * @return the sentence
	 */
	public static Flash info(String code, String... arguments) {
		return new Flash("info", code, Arrays.asList(arguments));
	}

}
