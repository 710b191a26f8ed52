package dev.sekisho.change;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import org.jspecify.annotations.Nullable;

import dev.sekisho.change.InputProblem.Position;

/**
 * Reads JSON with the place of each field; every key once, one value.
 */
final class JsonText {

	private static final JsonFactory FACTORY = JsonFactory.builder()
		.streamReadConstraints(StreamReadConstraints.builder()
			.maxNestingDepth(Document.DEEPEST)
			.maxStringLength(Document.LARGEST)
			.build())
		.build();

	private final Map<String, Position> positions = new HashMap<>();

	private final List<InputProblem> problems = new ArrayList<>();

	private JsonText() {
	}

	static Document read(String text) {
		try (JsonParser parser = FACTORY.createParser(text)) {
			return new JsonText().document(parser);
		}
		catch (StreamConstraintsException ex) {
			return Document.failed(InputProblem.at("", "too-deep", ex.getOriginalMessage()));
		}
		catch (JsonProcessingException ex) {
			Position position = (ex.getLocation() != null) ? position(ex.getLocation()) : Position.UNKNOWN;
			return Document.failed(InputProblem.at("", "syntax", said(ex)).in(position));
		}
		catch (IOException ex) {
			return Document.failed(InputProblem.at("", "syntax", String.valueOf(ex.getMessage())));
		}
	}

	// Jackson adds where the object began, in words about its own settings.
	private static String said(JsonProcessingException ex) {
		return ex.getOriginalMessage().replaceAll("\\s*\\(start marker at \\[.*]\\)", "");
	}

	private static Position position(JsonLocation location) {
		return new Position(location.getLineNr(), location.getColumnNr());
	}

	private Document document(JsonParser parser) throws IOException {
		Object root = (parser.nextToken() != null) ? value(parser, "") : null;
		if (parser.nextToken() != null) {
			this.problems.add(InputProblem.at("", "several-documents").in(position(parser.currentTokenLocation())));
		}
		return new Document(root, this.positions, this.problems);
	}

	private @Nullable Object value(JsonParser parser, String path) throws IOException {
		this.positions.putIfAbsent(path, position(parser.currentTokenLocation()));
		JsonToken token = parser.currentToken();
		return switch (token) {
			case START_OBJECT -> map(parser, path);
			case START_ARRAY -> list(parser, path);
			case VALUE_NUMBER_INT -> YamlScalar.integer(parser.getBigIntegerValue());
			case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
			case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
			case VALUE_NULL -> {
				this.problems.add(InputProblem.at(path, "null-value").in(position(parser.currentTokenLocation())));
				yield null;
			}
			default -> parser.getText();
		};
	}

	private Map<String, Object> map(JsonParser parser, String path) throws IOException {
		Map<String, Object> map = new LinkedHashMap<>();
		while (parser.nextToken() == JsonToken.FIELD_NAME) {
			String key = parser.currentName();
			String member = Paths.member(path, key);
			Position position = position(parser.currentTokenLocation());
			this.positions.put(member, position);
			if (map.containsKey(key)) {
				this.problems.add(InputProblem.at(member, "duplicate-key", key).in(position));
			}
			parser.nextToken();
			map.put(key, value(parser, member));
		}
		return map;
	}

	private List<Object> list(JsonParser parser, String path) throws IOException {
		List<Object> list = new ArrayList<>();
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			list.add(value(parser, Paths.element(path, list.size())));
		}
		return list;
	}

}
