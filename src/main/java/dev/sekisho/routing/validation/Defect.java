package dev.sekisho.routing.validation;

import java.util.List;

/**
 * One thing that is wrong with a VirtualService.
 *
 * @param law what it breaks
 * @param path JSON pointer of the field in the manifest; empty for the whole
 * @param arguments what exactly is wrong: raw text of the manifest, never trusted
 */
public record Defect(Law law, String path, List<String> arguments) {

	public Defect {
		arguments = List.copyOf(arguments);
	}

}
