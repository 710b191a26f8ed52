package dev.sekisho.gateway.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which control of the form a field is.
 */
final class FieldIds {

	private static final Pattern CLAIM = Pattern.compile("claims\\[(\\d+)](?:\\.(\\w+))?.*");

	private static final Pattern DOOR = Pattern.compile("frontDoors\\[(\\d+)](?:\\.(\\w+))?.*");

	private FieldIds() {
	}

	static String of(String path) {
		return path.replaceAll("[\\[\\].]+", "-").replaceAll("-$", "");
	}

	/**
	 * The control of a field of the object.
	 * @param field the field, such as {@code spec.claims[0].hosts[1]}
	 * @return the control's id
	 */
	static String ofField(String field) {
		String path = field.startsWith("spec.") ? field.substring("spec.".length()) : field;
		Matcher claim = CLAIM.matcher(path);
		if (claim.matches()) {
			String member = String.valueOf(claim.group(2));
			boolean own = member.equals("hosts") || member.equals("pathPrefixes");
			return "claims-" + claim.group(1) + "-" + (own ? member : "who");
		}
		Matcher door = DOOR.matcher(path);
		if (door.matches()) {
			return "frontDoors-" + door.group(1) + "-" + ("namespace".equals(door.group(2)) ? "namespace" : "name");
		}
		return path.equals("metadata.name") ? "name" : of(path);
	}

}
