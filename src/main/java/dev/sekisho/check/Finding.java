package dev.sekisho.check;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a check found. Its texts come from {@link FindingTexts}, which knows what the
 * reader may see; the arguments are never shown as they are.
 *
 * @param id names this finding: stays the same when the check runs again, changes when
 * what it is about changes
 * @param code the check's code, such as {@code SKS0110}
 * @param severity how grave it is
 * @param acknowledge whether the reviewer must tick it before approving
 * @param path JSON pointer of the field in the VirtualService manifest; empty for the
 * whole
 * @param arguments the arguments of the message
 * @param fix a repair, if there is one
 */
public record Finding(String id, String code, Severity severity, boolean acknowledge, String path,
		List<String> arguments, @Nullable Fix fix) {

	public Finding {
		arguments = List.copyOf(arguments);
	}

}
