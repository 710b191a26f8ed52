package dev.sekisho.change.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.sekisho.change.RouteForm;
import dev.sekisho.change.RouteForm.Match;
import dev.sekisho.change.RouteForm.PathCondition;

/**
 * Finds the field of the form that a field of its manifest comes from.
 */
final class FieldPlaces {

	private static final Pattern MATCH = Pattern.compile("/spec/http/(\\d{1,4})/match(?:/(\\d{1,4})(?:/(\\w+))?)?.*");

	private static final Pattern ROUTE = Pattern.compile("/spec/http/\\d{1,4}/route(?:/(\\d{1,4})(.*))?");

	private static final Pattern HOST = Pattern.compile("/spec/hosts(?:/(\\d{1,4}))?");

	private final RouteForm form;

	// The form's matches in the order in which the manifest has them: of the first
	// entry, and of the second one for what is below a rewritten path.
	private final List<List<Integer>> matches = List.of(new ArrayList<>(), new ArrayList<>());

	FieldPlaces(RouteForm form) {
		this.form = form;
		RouteForm.Rewrite rewrite = form.rewrite();
		boolean split = rewrite != null && !rewrite.uri().isEmpty() && !rewrite.uri().endsWith("/");
		for (int i = 0; i < form.matches().size(); i++) {
			this.matches.get(0).add(i);
			if (hasBelow(form.matches().get(i))) {
				this.matches.get(split ? 1 : 0).add(i);
			}
		}
	}

	/**
	 * The field.
	 * @param pointer the JSON pointer of a field in the manifest
	 * @return the field's path in the form; empty if no single field shows it
	 */
	String field(String pointer) {
		Matcher host = HOST.matcher(pointer);
		if (host.matches()) {
			return "hosts[" + ((host.group(1) != null) ? host.group(1) : "0") + "]";
		}
		Matcher match = MATCH.matcher(pointer);
		if (match.matches()) {
			return match(match);
		}
		Matcher route = ROUTE.matcher(pointer);
		if (route.matches()) {
			return route(route);
		}
		return pointer.startsWith("/spec/http/") ? entry(pointer.replaceFirst("/spec/http/\\d+/?", ""))
				: switch (pointer) {
					case "/metadata/name" -> "name";
					case "/metadata/namespace" -> "namespace";
					default -> "";
				};
	}

	private String match(Matcher match) {
		int entry = Integer.parseInt(match.group(1));
		int at = (match.group(2) != null) ? Integer.parseInt(match.group(2)) : 0;
		if (entry > 1 || at >= this.matches.get(entry).size()) {
			return "";
		}
		String path = "matches[" + this.matches.get(entry).get(at) + "]";
		String member = (match.group(3) != null) ? match.group(3) : "uri";
		return switch (member) {
			case "method" -> path + ".methods";
			case "headers" -> path + ".headers";
			case "queryParams" -> path + ".queryParams";
			default -> path + ".path.value";
		};
	}

	private String route(Matcher route) {
		int at = (route.group(1) != null) ? Integer.parseInt(route.group(1)) : 0;
		if (at >= this.form.destinations().size()) {
			return "";
		}
		String rest = (route.group(2) != null) ? route.group(2) : "";
		String member = rest.contains("/port") ? "port" : (rest.contains("/subset") ? "subset" : "service");
		return "destinations[" + at + "]." + (rest.equals("/weight") ? "weight" : member);
	}

	private static String entry(String rest) {
		String member = rest.contains("/") ? rest.substring(0, rest.indexOf('/')) : rest;
		return switch (member) {
			case "rewrite" -> "rewrite.uri";
			case "timeout" -> "timeout";
			case "retries" -> rest.endsWith("perTryTimeout") ? "retries.perTryTimeout" : "retries.attempts";
			case "redirect" -> rest.endsWith("redirectCode") ? "redirect.code" : "redirect.uri";
			default -> "";
		};
	}

	private static boolean hasBelow(Match match) {
		PathCondition path = match.path();
		return path != null && path.type().equals(PathCondition.EXACT_AND_BELOW) && !path.value().equals("/");
	}

}
