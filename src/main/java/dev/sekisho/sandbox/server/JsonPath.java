package dev.sekisho.sandbox.server;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import dev.sekisho.sandbox.store.Json;

/**
 * The JSON paths that printer columns use: names, {@code [0]}, {@code [*]} and
 * {@code [?(@.type=="Ready")]}.
 */
final class JsonPath {

	private static final Pattern STEP = Pattern
		.compile("\\.((?:[^.\\[\\\\]|\\\\.)+)|\\[(\\d+)]|\\[(\\*)]|\\[\\?\\(@\\.(\\w+)==[\"']([^\"']*)[\"']\\)]");

	private final List<Matcher> steps = new ArrayList<>();

	private JsonPath() {
	}

	static JsonPath parse(String text) {
		JsonPath path = new JsonPath();
		Matcher matcher = STEP.matcher(text);
		int end = 0;
		while (matcher.region(end, text.length()).lookingAt()) {
			Matcher step = STEP.matcher(matcher.group());
			step.matches();
			path.steps.add(step);
			end = matcher.end();
		}
		return path;
	}

	List<JsonNode> find(JsonNode root) {
		List<JsonNode> found = List.of(root);
		for (Matcher step : this.steps) {
			found = found.stream()
				.flatMap((node) -> follow(step, node))
				.filter((node) -> !node.isMissingNode())
				.toList();
		}
		return found;
	}

	private static Stream<JsonNode> follow(Matcher step, JsonNode node) {
		if (step.group(1) != null) {
			return Stream.of(node.path(step.group(1).replace("\\.", ".")));
		}
		if (step.group(2) != null) {
			return Stream.of(node.path(Integer.parseInt(step.group(2))));
		}
		Stream<JsonNode> elements = StreamSupport.stream(node.spliterator(), false);
		return (step.group(3) != null) ? elements
				: elements.filter((element) -> Json.text(element, step.group(4)).equals(step.group(5)));
	}

}
