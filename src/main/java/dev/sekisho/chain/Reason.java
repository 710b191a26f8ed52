package dev.sekisho.chain;

import java.util.List;

/**
 * Why something is as it is, as a message key and its arguments.
 *
 * @param code the code; its text has the key {@code chain.} and this
 * @param arguments texts, numbers and instants, in the order of the text's placeholders
 */
public record Reason(String code, List<Object> arguments) {

	public Reason {
		arguments = List.copyOf(arguments);
	}

	static Reason of(String code, Object... arguments) {
		return new Reason(code, List.of(arguments));
	}

}
