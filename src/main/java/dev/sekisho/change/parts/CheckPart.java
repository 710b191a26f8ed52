package dev.sekisho.change.parts;

import java.util.List;

/**
 * What the checks found, as pages show it.
 *
 * @param lines the findings, the gravest first
 * @param blocking how many block
 * @param toAcknowledge how many the reviewer has to acknowledge
 * @param warnings how many warn besides
 */
public record CheckPart(List<Line> lines, int blocking, int toAcknowledge, int warnings) {

	public CheckPart {
		lines = List.copyOf(lines);
	}

	/**
	 * A finding.
	 *
	 * @param id names it, to acknowledge it
	 * @param code the check's code
	 * @param tone {@code bad} (blocking), {@code warn} or {@code plan} (notice)
	 * @param badge what has to be done about it
	 * @param title the check's name
	 * @param message what was found
	 * @param why why it matters
	 * @param path JSON pointer of the field in the VirtualService; empty for the whole
	 * @param acknowledge whether the reviewer has to acknowledge it
	 * @param fix the text of the repair's button; empty if there is none
	 */
	public record Line(String id, String code, String tone, String badge, String title, String message, String why,
			String path, boolean acknowledge, String fix) {

	}

}
