package dev.sekisho.change;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

import dev.sekisho.change.InputProblem.Position;

/**
 * Reads YAML as JSON: one document, no aliases, no tags, every key once, and nothing that
 * two YAML readers understand differently.
 */
final class YamlText {

	private final Map<String, Position> positions = new HashMap<>();

	private final List<InputProblem> problems = new ArrayList<>();

	private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

	private YamlText() {
	}

	static Document read(String text) {
		try {
			return new YamlText().document(new Yaml(options()).composeAll(new StringReader(text)).iterator());
		}
		catch (MarkedYAMLException ex) {
			return Document.failed(problem(ex, text));
		}
		catch (ReaderException ex) {
			return Document.failed(InputProblem.at("", "not-printable", "U+%04X".formatted(ex.getCodePoint())));
		}
		catch (YAMLException ex) {
			String message = String.valueOf(ex.getMessage());
			String code = message.contains("aliases") ? "alias" : (message.contains("epth") ? "too-deep" : "syntax");
			return Document.failed(InputProblem.at("", code, message));
		}
	}

	private static LoaderOptions options() {
		LoaderOptions options = new LoaderOptions();
		options.setMaxAliasesForCollections(0);
		options.setNestingDepthLimit(Document.DEEPEST);
		options.setCodePointLimit(Document.LARGEST);
		options.setMergeOnCompose(false);
		return options;
	}

	private static InputProblem problem(MarkedYAMLException ex, String text) {
		Mark mark = ex.getProblemMark();
		Position position = (mark != null) ? position(mark) : Position.UNKNOWN;
		String line = (mark != null) ? text.lines().skip(mark.getLine()).findFirst().orElse("") : "";
		boolean tab = line.stripLeading().length() < line.length()
				&& line.substring(0, line.length() - line.stripLeading().length()).contains("\t");
		String said = String.valueOf(ex.getProblem());
		String code = tab ? "tab" : (said.contains("tag is not allowed") ? "tag" : "syntax");
		return InputProblem.at("", code, said).in(position);
	}

	private static Position position(Mark mark) {
		return new Position(mark.getLine() + 1, mark.getColumn() + 1);
	}

	private Document document(Iterator<Node> documents) {
		Object root = null;
		boolean found = false;
		while (documents.hasNext()) {
			Node node = documents.next();
			if (empty(node)) {
				continue;
			}
			if (found) {
				this.problems.add(InputProblem.at("", "several-documents").in(position(node.getStartMark())));
				break;
			}
			root = value(node, "");
			found = true;
		}
		return new Document(root, this.positions, this.problems);
	}

	private static boolean empty(Node node) {
		return node instanceof ScalarNode scalar && scalar.getValue().isEmpty();
	}

	private @Nullable Object value(Node node, String path) {
		this.positions.putIfAbsent(path, position(node.getStartMark()));
		if (!this.seen.add(node)) {
			return refuse(node, InputProblem.at(path, "alias"));
		}
		if (node instanceof MappingNode mapping) {
			return map(mapping, path);
		}
		if (node instanceof SequenceNode sequence) {
			return list(sequence, path);
		}
		return YamlScalar.value((ScalarNode) node,
				(code, fix) -> refuse(node, InputProblem.at(path, code, ((ScalarNode) node).getValue()).withFix(fix)));
	}

	private Map<String, Object> map(MappingNode mapping, String path) {
		Map<String, Object> map = new LinkedHashMap<>();
		for (NodeTuple tuple : mapping.getValue()) {
			String key = key(tuple.getKeyNode(), path);
			String member = Paths.member(path, key);
			this.positions.put(member, position(tuple.getKeyNode().getStartMark()));
			if (map.containsKey(key)) {
				refuse(tuple.getKeyNode(), InputProblem.at(member, "duplicate-key", key));
			}
			map.put(key, value(tuple.getValueNode(), member));
		}
		return map;
	}

	private String key(Node node, String path) {
		if (!(node instanceof ScalarNode scalar) || node.getTag().equals(Tag.MERGE)) {
			refuse(node, InputProblem.at(path, "key-not-text"));
			return "";
		}
		YamlScalar.value(scalar, (code, fix) -> (!code.equals("null-value") && !code.startsWith("ambiguous")) ? null
				: refuse(node, InputProblem.at(path, code, scalar.getValue()).withFix(fix)));
		return scalar.getValue();
	}

	private List<Object> list(SequenceNode sequence, String path) {
		List<Object> list = new ArrayList<>();
		for (Node element : sequence.getValue()) {
			list.add(value(element, Paths.element(path, list.size())));
		}
		return list;
	}

	private @Nullable Object refuse(Node node, InputProblem problem) {
		this.problems.add(problem.in(position(node.getStartMark())));
		return null;
	}

}
