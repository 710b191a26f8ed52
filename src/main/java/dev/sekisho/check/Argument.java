package dev.sekisho.check;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.sekisho.routing.ObjectName;

/**
 * Arguments of messages. A text stands for itself; names of routes and parts that have
 * their own message are marked by a control character, which no text can hold.
 */
public final class Argument {

	private static final char ROUTE = '\u0001';

	private static final char MESSAGE = '\u0002';

	private static final int LONGEST = 200;

	private Argument() {
	}

	/**
	 * A text that somebody wrote.
	 * @param text the text
	 * @return the argument: control and invisible characters escaped, the end cut off
	 */
	public static String text(String text) {
		StringBuilder escaped = new StringBuilder();
		text.codePoints().limit(LONGEST).forEach((point) -> escape(point, escaped));
		if (text.codePointCount(0, text.length()) > LONGEST) {
			escaped.append('…');
		}
		return escaped.toString();
	}

	/**
	 * Names of routes, which not everybody may see.
	 * @param routes the VirtualServices
	 * @return the argument
	 */
	public static String routes(Collection<ObjectName> routes) {
		return routes.stream()
			.distinct()
			.sorted()
			.map((route) -> ROUTE + route.toString())
			.collect(Collectors.joining());
	}

	/**
	 * A part with its own message.
	 * @param key the message key, after {@code check.}
	 * @return the argument
	 */
	public static String message(String key) {
		return MESSAGE + key;
	}

	static boolean isRoutes(String argument) {
		return !argument.isEmpty() && argument.charAt(0) == ROUTE;
	}

	static boolean isMessage(String argument) {
		return !argument.isEmpty() && argument.charAt(0) == MESSAGE;
	}

	static List<ObjectName> routesOf(String argument) {
		return Stream.of(argument.substring(1).split(String.valueOf(ROUTE))).map(Argument::name).toList();
	}

	static String messageOf(String argument) {
		return argument.substring(1);
	}

	private static ObjectName name(String text) {
		int slash = text.indexOf('/');
		return new ObjectName(text.substring(0, slash), text.substring(slash + 1));
	}

	private static void escape(int point, StringBuilder text) {
		int type = Character.getType(point);
		if (type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE
				|| type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR
				|| type == Character.PRIVATE_USE || type == Character.UNASSIGNED) {
			text.append(String.format("\\u%04x", point));
		}
		else {
			text.appendCodePoint(point);
		}
	}

}
