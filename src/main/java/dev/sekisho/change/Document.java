package dev.sekisho.change;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.sekisho.change.InputProblem.Position;

/**
 * A text that was read as one JSON tree, with the place of each field.
 *
 * @param root the tree; {@code null} if the text is empty or can't be read
 * @param positions where each path starts
 * @param problems why it can't be taken; empty if it can
 */
record Document(@Nullable Object root, Map<String, Position> positions, List<InputProblem> problems) {

	/** The largest text, in characters. */
	static final int LARGEST = 1024 * 1024;

	/** How deep maps and lists may be nested. */
	static final int DEEPEST = 60;

	/**
	 * Reads a text: JSON if it begins as a JSON object does, else YAML.
	 * @param text the text
	 * @return the document
	 */
	static Document read(String text) {
		if (text.length() > LARGEST) {
			return failed(InputProblem.at("", "too-large", String.valueOf(LARGEST / 1024)));
		}
		return text.stripLeading().startsWith("{") ? JsonText.read(text) : YamlText.read(text);
	}

	static Document failed(InputProblem problem) {
		return new Document(null, Map.of(), List.of(problem));
	}

	/**
	 * The same document without what isn't below a field.
	 * @param path the field
	 * @return the places relative to it
	 */
	Map<String, Position> positionsBelow(String path) {
		Map<String, Position> below = new HashMap<>();
		this.positions.forEach((place, position) -> {
			if (place.equals(path)) {
				below.put("", position);
			}
			else if (place.startsWith(path + ".")) {
				below.put(place.substring(path.length() + 1), position);
			}
		});
		return below;
	}

	/**
	 * Fills in where problems stand: at their field, or at the nearest one around it.
	 * @param found the problems
	 * @param positions where each path starts
	 * @return the problems with their places
	 */
	static List<InputProblem> locate(List<InputProblem> found, Map<String, Position> positions) {
		return found.stream().map((problem) -> (problem.line() > 0) ? problem : locate(problem, positions)).toList();
	}

	private static InputProblem locate(InputProblem problem, Map<String, Position> positions) {
		return Stream.iterate(problem.path(), (path) -> !path.isEmpty(), Document::parent)
			.filter(positions::containsKey)
			.findFirst()
			.map((path) -> problem.in(positions.getOrDefault(path, Position.UNKNOWN)))
			.orElseGet(() -> problem.in(positions.getOrDefault("", Position.UNKNOWN)));
	}

	private static String parent(String path) {
		int end = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
		return (end < 0) ? "" : path.substring(0, end);
	}

}
