package dev.sekisho.check;

import java.util.List;

/**
 * A repair that one click makes.
 *
 * @param labelCode the message key of the button's text
 * @param patch what it changes in the VirtualService manifest
 */
public record Fix(String labelCode, List<JsonPatchOperation> patch) {

	public Fix {
		patch = List.copyOf(patch);
	}

}
