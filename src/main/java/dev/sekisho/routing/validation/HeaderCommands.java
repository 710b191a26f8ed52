package dev.sekisho.routing.validation;

import java.math.BigInteger;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Commands in header values as Envoy 1.40 reads them, such as {@code %REQ(x-user):8%}.
 * Which ones there are and what they take was asked of Envoy itself.
 */
final class HeaderCommands {

	private static final Pattern COMMAND = Pattern.compile("%([A-Z0-9_]+)(?:\\((.*?)\\))?(?::([0-9]+))?%");

	// An old command that Envoy translates before it parses.
	private static final Pattern PER_REQUEST_STATE = Pattern.compile("%PER_REQUEST_STATE\\((.+?)\\)%");

	private static final Pattern HEADER = Pattern.compile(":?[!#$%&'*+\\-.^_`|~A-Za-z0-9]+|");

	// A line break in a time format.
	private static final Pattern TIME_LINE_BREAK = Pattern.compile("%[-_0^#]*[1-9]*[EO]?n");

	private static final BigInteger LARGEST_LENGTH = BigInteger.ONE.shiftLeft(Long.SIZE);

	private HeaderCommands() {
	}

	/**
	 * The first command that Envoy refuses.
	 * @param value the value of a header
	 * @return the command, or what stands where one should be; empty if all are fine
	 */
	static String refused(String value) {
		String translated = PER_REQUEST_STATE.matcher(value)
			.replaceAll((state) -> Matcher.quoteReplacement("%FILTER_STATE(" + state.group(1) + ":PLAIN)%"));
		Matcher command = COMMAND.matcher(translated);
		int at = translated.indexOf('%');
		while (at >= 0) {
			if (translated.startsWith("%%", at)) {
				at = translated.indexOf('%', at + 2);
				continue;
			}
			command.region(at, translated.length());
			if (!command.lookingAt()) {
				return translated.substring(at);
			}
			if (!isKnown(command)) {
				return command.group();
			}
			at = translated.indexOf('%', command.end());
		}
		return "";
	}

	/**
	 * Whether a value holds a command whose argument is a language of its own, which
	 * isn't checked here.
	 * @param value the value of a header
	 * @return {@code true} if nobody but Envoy can tell
	 */
	static boolean isBeyond(String value) {
		return value.contains("%CEL(") || value.contains("%COALESCE(");
	}

	private static boolean isKnown(Matcher command) {
		HeaderCommand known = HeaderCommand.named(command.group(1));
		String argument = (command.group(2) != null) ? command.group(2) : "";
		if (known == null || (known.argument() == HeaderCommand.Argument.NONE && !argument.isEmpty())
				|| (known.argument() == HeaderCommand.Argument.REQUIRED && argument.isEmpty())) {
			return false;
		}
		if (command.group(3) != null
				&& (!known.length() || new BigInteger(command.group(3)).compareTo(LARGEST_LENGTH) >= 0)) {
			return false;
		}
		return takes(known.form(), argument);
	}

	private static boolean takes(HeaderCommand.Form form, String argument) {
		String[] parts = argument.split(":", -1);
		String second = (parts.length > 1) ? parts[1] : "";
		return switch (form) {
			case ANY -> true;
			case HEADER -> isHeader(argument.split("\\?", -1));
			case TIME -> !TIME_LINE_BREAK.matcher(argument).find();
			case GRPC_STATUS -> List.of("", "CAMEL_STRING", "SNAKE_STRING", "NUMBER").contains(argument);
			case QUERY -> List.of("", "ORIG", "DECODED").contains(argument);
			case PATH -> List.of("", "WQ", "NQ").contains(parts[0])
					&& List.of("", "ORIG", "PATH", "ORIG_OR_PATH").contains(second);
			case SERVER_NAME -> List.of("", "SNI_ONLY", "SNI_FIRST", "HOST_FIRST").contains(parts[0])
					&& List.of("", "ORIG", "HOST", "ORIG_OR_HOST").contains(second);
			case METADATA -> List
				.of("DYNAMIC", "CLUSTER", "ROUTE", "UPSTREAM_HOST", "LISTENER", "LISTENER_FILTER_CHAIN", "VIRTUAL_HOST")
				.contains(parts[0]);
			case DURATION -> parts.length == 2 || (parts.length == 3 && List.of("ms", "us", "ns").contains(parts[2]));
			case STATE -> !parts[0].isEmpty() && isSerialization(second, (parts.length > 2) ? parts[2] : "");
		};
	}

	private static boolean isHeader(String[] names) {
		if (names.length > 2) {
			return false;
		}
		for (String name : names) {
			if (!HEADER.matcher(name).matches()) {
				return false;
			}
		}
		return true;
	}

	private static boolean isSerialization(String type, String field) {
		return type.equals("FIELD") ? !field.isEmpty()
				: (field.isEmpty() && List.of("", "PLAIN", "TYPED").contains(type));
	}

}
