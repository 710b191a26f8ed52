package dev.sekisho.cluster;

import java.io.IOException;
import java.util.function.Consumer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;

import dev.sekisho.cluster.ClusterException.Reason;

/**
 * Reads and writes objects as JSON, without losing what isn't known.
 */
final class RawJson {

	// What the API server stores can be read, however deep or long a part of it is: one
	// odd object must not make a whole list unreadable.
	private static final StreamReadConstraints AS_STORED = StreamReadConstraints.builder()
		.maxNestingDepth(20_000)
		.maxNameLength(4_000_000)
		.maxNumberLength(4_000)
		.build();

	static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder().streamReadConstraints(AS_STORED).build());

	private RawJson() {
	}

	static GenericKubernetesResource object(JsonNode tree) throws JsonProcessingException {
		return MAPPER.treeToValue(tree, GenericKubernetesResource.class);
	}

	static GenericKubernetesResource object(ApiResponse response) {
		try {
			return MAPPER.readValue(response.body(), GenericKubernetesResource.class);
		}
		catch (IOException ex) {
			throw unreadable(ex);
		}
	}

	static JsonNode tree(ApiResponse response) {
		try {
			return MAPPER.readTree(response.body());
		}
		catch (IOException ex) {
			throw unreadable(ex);
		}
	}

	static String write(Object value) {
		try {
			return MAPPER.writeValueAsString(value);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

	/**
	 * Reads a page of a list without holding more than one item's tree at a time.
	 * @param response the answer
	 * @param items gets each item
	 * @return the list's metadata
	 */
	static JsonNode page(ApiResponse response, Consumer<JsonNode> items) {
		JsonNode metadata = MissingNode.getInstance();
		try (JsonParser parser = MAPPER.createParser(response.body())) {
			parser.nextToken();
			while (parser.nextToken() == JsonToken.FIELD_NAME) {
				String field = parser.currentName();
				JsonToken value = parser.nextToken();
				if ("metadata".equals(field)) {
					metadata = MAPPER.readTree(parser);
				}
				else if ("items".equals(field) && value == JsonToken.START_ARRAY) {
					while (parser.nextToken() != JsonToken.END_ARRAY) {
						items.accept(MAPPER.readTree(parser));
					}
				}
				else {
					parser.skipChildren();
				}
			}
			return metadata;
		}
		catch (IOException ex) {
			throw unreadable(ex);
		}
	}

	private static ClusterException unreadable(IOException ex) {
		return new ClusterException(Reason.UNAVAILABLE, "The API server's answer can't be read: " + ex.getMessage(),
				java.util.List.of(), null, ex);
	}

}
