package dev.sekisho.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.sekisho.change.InputProblem.Position;

/**
 * Takes the members of a JSON object one by one and gathers what is wrong with them.
 */
public final class FieldReader {

	private final Map<String, Object> tree;

	private final String path;

	private final List<InputProblem> problems;

	FieldReader(Map<String, Object> tree, String path) {
		this(tree, path, new ArrayList<>());
	}

	private FieldReader(Map<String, Object> tree, String path, List<InputProblem> problems) {
		this.tree = tree;
		this.path = path;
		this.problems = problems;
	}

	/**
	 * Reads a JSON or YAML body that is an object.
	 * @param text the body
	 * @return its reader
	 * @throws InputRefused if it can't be read
	 */
	public static FieldReader of(String text) {
		Document document = Document.read(text);
		if (!document.problems().isEmpty()) {
			throw new InputRefused(document.problems());
		}
		if (!(document.root() instanceof Map<?, ?>)) {
			throw new InputRefused(InputProblem.at("", (document.root() != null) ? "not-an-object" : "empty"));
		}
		return new FieldReader(Trees.map(document.root()), "");
	}

	@Nullable Object value(String name) {
		return this.tree.get(name);
	}

	/**
	 * Refuses members of other names.
	 * @param names the names there may be
	 */
	public void only(Set<String> names) {
		this.tree.keySet()
			.stream()
			.filter((name) -> !names.contains(name))
			.forEach((name) -> refuse(name, "unknown-field", name));
	}

	/**
	 * A text; numbers are taken as text.
	 * @param name the member
	 * @return the text; empty if there is none
	 */
	public String text(String name) {
		Object value = this.tree.get(name);
		if (value instanceof Map || value instanceof List || value instanceof Boolean) {
			refuse(name, "not-text", String.valueOf(value));
			return "";
		}
		return (value != null) ? String.valueOf(value) : "";
	}

	String required(String name) {
		String text = text(name);
		if (text.isBlank()) {
			refuse(name, "required");
		}
		return text;
	}

	boolean flag(String name) {
		Object value = this.tree.get(name);
		if (value != null && !(value instanceof Boolean)) {
			refuse(name, "not-a-boolean", String.valueOf(value));
		}
		return Boolean.TRUE.equals(value);
	}

	FieldReader object(String name) {
		Object value = this.tree.get(name);
		if (!(value instanceof Map<?, ?>)) {
			refuse(name, "not-an-object");
		}
		return new FieldReader(Trees.map(value), Paths.member(this.path, name), this.problems);
	}

	List<FieldReader> objects(String name) {
		List<FieldReader> readers = new ArrayList<>();
		List<?> list = list(name);
		for (int i = 0; i < list.size(); i++) {
			String place = Paths.element(Paths.member(this.path, name), i);
			if (!(list.get(i) instanceof Map<?, ?>)) {
				this.problems.add(InputProblem.at(place, "not-an-object"));
			}
			readers.add(new FieldReader(Trees.map(list.get(i)), place, this.problems));
		}
		return readers;
	}

	/**
	 * A list of texts.
	 * @param name the member
	 * @return the texts; empty if there are none
	 */
	public List<String> texts(String name) {
		List<?> list = list(name);
		for (int i = 0; i < list.size(); i++) {
			if (!(list.get(i) instanceof String)) {
				refuse(Paths.element(name, i), "not-text", String.valueOf(list.get(i)));
			}
		}
		return Trees.texts(list);
	}

	private List<?> list(String name) {
		Object value = this.tree.get(name);
		if (value != null && !(value instanceof List)) {
			refuse(name, "not-a-list");
		}
		return (value instanceof List<?> list) ? list : List.of();
	}

	/**
	 * Notes a problem.
	 * @param name the member; empty for the object
	 * @param code what is wrong
	 * @param arguments the values the text speaks of
	 */
	public void refuse(String name, String code, String... arguments) {
		String place = (this.path.isEmpty() || name.isEmpty()) ? this.path + name : this.path + "." + name;
		this.problems.add(InputProblem.at(place, code, arguments));
	}

	/**
	 * Throws what was gathered.
	 * @param positions where the fields stand
	 */
	void throwProblems(Map<String, Position> positions) {
		if (!this.problems.isEmpty()) {
			throw new InputRefused(Document.locate(this.problems, positions));
		}
	}

	/**
	 * Throws what was gathered.
	 * @throws InputRefused if there are problems
	 */
	public void throwProblems() {
		throwProblems(Map.of());
	}

}
