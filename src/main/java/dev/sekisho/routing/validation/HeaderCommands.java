package dev.sekisho.routing.validation;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Commands in header values as Envoy reads them: {@code %REQ(x-user)%}.
 */
final class HeaderCommands {

	static final int LONGEST = 16384;

	private static final Pattern COMMAND = Pattern.compile("%([A-Z0-9_]+)(?:\\((.*?)\\))?(?::([0-9]+))?%");

	private static final Set<String> WITH_ARGUMENT = Set.of("REQ", "RESP", "TRAILER");

	private HeaderCommands() {
	}

	static String problem(String value) {
		Matcher command = COMMAND.matcher(value);
		int at = 0;
		while ((at = value.indexOf('%', at)) >= 0) {
			if (value.startsWith("%%", at)) {
				at += 2;
				continue;
			}
			command.region(at, value.length());
			if (!command.lookingAt()) {
				return value.substring(at);
			}
			if (WITH_ARGUMENT.contains(command.group(1)) && command.group(2) == null) {
				return command.group();
			}
			at = command.end();
		}
		return "";
	}

}
