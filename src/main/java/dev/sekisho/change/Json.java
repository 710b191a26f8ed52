package dev.sekisho.change;

import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;

/**
 * Raw objects as JSON trees: maps, lists, strings, numbers, booleans. By Jackson 2, which
 * the Kubernetes model is made for.
 */
public final class Json {

	private static final ObjectMapper MAPPER = new ObjectMapper();

	private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {
	};

	private Json() {
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
	 * The object as a tree; a copy.
	 * @param object the object
	 * @return the tree
	 */
	public static Map<String, Object> tree(GenericKubernetesResource object) {
		return MAPPER.convertValue(object, TREE);
	}

	/**
	 * The tree as an object; a copy.
	 * @param tree the tree
	 * @return the object
	 */
	public static GenericKubernetesResource object(Map<String, ?> tree) {
		return MAPPER.convertValue(tree, GenericKubernetesResource.class);
	}

	static Map<String, Object> copy(Map<String, ?> tree) {
		return MAPPER.convertValue(tree, TREE);
	}

}
