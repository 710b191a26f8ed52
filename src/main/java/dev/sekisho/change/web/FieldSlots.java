package dev.sekisho.change.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.sekisho.change.RouteForm;

/**
 * The places under the form's fields where messages stand. Fields of one row share a
 * place.
 */
final class FieldSlots {

	private static final Pattern CONDITIONS = Pattern.compile("(matches\\[\\d+]\\.(?:headers|queryParams|methods)).*");

	private static final Pattern PATH = Pattern.compile("(matches\\[\\d+])(?:\\.path.*)?");

	private static final Pattern DESTINATION = Pattern.compile("(destinations\\[\\d+]).*");

	private static final List<String> SINGLE = List.of("gateway", "namespace", "name", "rewrite.uri", "timeout",
			"retries.attempts", "retries.perTryTimeout", "redirect", "reason");

	private final Map<String, List<FieldNote>> notes = new LinkedHashMap<>();

	private final List<FieldNote> general = new ArrayList<>();

	FieldSlots(RouteForm form) {
		SINGLE.forEach((slot) -> this.notes.put(slot, new ArrayList<>()));
		for (int i = 0; i < form.hosts().size(); i++) {
			this.notes.put("hosts[" + i + "]", new ArrayList<>());
		}
		for (int i = 0; i < form.matches().size(); i++) {
			for (String field : List.of(".path.value", ".methods", ".headers", ".queryParams")) {
				this.notes.put("matches[" + i + "]" + field, new ArrayList<>());
			}
		}
		for (int i = 0; i < form.destinations().size(); i++) {
			this.notes.put("destinations[" + i + "]", new ArrayList<>());
		}
	}

	/**
	 * Puts a message where it belongs; what belongs to no field is kept apart.
	 * @param field the field's path; empty for none
	 * @param note the message
	 */
	void add(String field, FieldNote note) {
		List<FieldNote> slot = this.notes.get(slot(field));
		((slot != null) ? slot : this.general).add(note);
	}

	/**
	 * The places with their messages.
	 * @return by path, in the order of the form
	 */
	Map<String, List<FieldNote>> notes() {
		return this.notes;
	}

	/**
	 * The messages that belong to no field.
	 * @return the messages
	 */
	List<FieldNote> general() {
		return this.general;
	}

	/**
	 * The place of a field's messages.
	 * @param field the field's path
	 * @return the place's path
	 */
	static String slot(String field) {
		Matcher conditions = CONDITIONS.matcher(field);
		Matcher path = PATH.matcher(field);
		Matcher destination = DESTINATION.matcher(field);
		if (conditions.matches()) {
			return conditions.group(1);
		}
		if (path.matches()) {
			return path.group(1) + ".path.value";
		}
		if (destination.matches()) {
			return destination.group(1);
		}
		return switch (field) {
			case "hosts" -> "hosts[0]";
			case "matches" -> "matches[0].path.value";
			case "destinations" -> "destinations[0]";
			case "sharedGateway" -> "gateway";
			default -> field.startsWith("redirect") ? "redirect" : field;
		};
	}

	/**
	 * The control that a message is about.
	 * @param field the field's path
	 * @return the control's id
	 */
	static String control(String field) {
		return switch (field) {
			case "hosts", "matches", "sharedGateway" -> Ids.of(slot(field));
			case "destinations" -> "destinations-0-service";
			default ->
				Ids.of((field.endsWith("headers") || field.endsWith("queryParams")) ? field + "[0].name" : field);
		};
	}

}
