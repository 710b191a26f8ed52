package dev.sekisho.change;

import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Names of Kubernetes objects: DNS labels in lower case, joined by dots.
 */
final class Names {

	private static final Pattern NAME = Pattern
		.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");

	private Names() {
	}

	/**
	 * Why a name can't be one; offers the lower-case form of what documents write in
	 * capitals.
	 * @param name the name
	 * @param path the field
	 * @param longest how long it may be
	 * @return the problem; {@code null} if there is none
	 */
	static @Nullable InputProblem problem(String name, String path, int longest) {
		if (name.isBlank()) {
			return InputProblem.at(path, "required");
		}
		if (name.length() > longest) {
			return InputProblem.at(path, "name-too-long", String.valueOf(name.length()), String.valueOf(longest));
		}
		if (valid(name)) {
			return null;
		}
		String lower = name.strip().toLowerCase(Locale.ROOT).replace('_', '-');
		return InputProblem.at(path, "name-invalid", name).withFix(valid(lower) ? lower : "");
	}

	static boolean valid(String name) {
		return name.length() <= 253 && NAME.matcher(name).matches();
	}

}
