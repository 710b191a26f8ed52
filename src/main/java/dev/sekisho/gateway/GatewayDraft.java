package dev.sekisho.gateway;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;

import dev.sekisho.change.InputProblem;
import dev.sekisho.change.InputRefused;
import dev.sekisho.change.Json;
import dev.sekisho.change.Yaml;
import dev.sekisho.cluster.ResourceKind;

/**
 * A SharedGateway as somebody wants it: what counts of the object, without what servers
 * and tools fill in.
 *
 * @param name its name; may be empty
 * @param metadata its labels and annotations
 * @param spec its spec
 */
public record GatewayDraft(String name, Map<String, Object> metadata, Map<String, Object> spec) {

	private static final String KIND = ResourceKind.SHARED_GATEWAY.kind();

	private static final String API_VERSION = ResourceKind.SEKISHO_GROUP + "/"
			+ ResourceKind.SHARED_GATEWAY.versions().get(0);

	private static final Set<String> KEPT = Set.of("labels", "annotations");

	private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

	/**
	 * What counts of an object.
	 * @param object the SharedGateway
	 * @return the draft that changes nothing
	 */
	public static GatewayDraft of(GenericKubernetesResource object) {
		Map<String, Object> tree = Json.tree(object);
		return new GatewayDraft(object.getMetadata().getName(), kept(map(tree.get("metadata"))), map(tree.get("spec")));
	}

	/**
	 * Reads what was typed.
	 * @param text the YAML or JSON
	 * @return the draft
	 * @throws InputRefused if it isn't a SharedGateway
	 */
	public static GatewayDraft read(String text) {
		Map<String, Object> tree = Yaml.read(text);
		require("apiVersion", API_VERSION, tree.get("apiVersion"));
		require("kind", KIND, tree.get("kind"));
		tree.keySet()
			.stream()
			.filter((name) -> !Set.of("apiVersion", "kind", "metadata", "spec", "status").contains(name))
			.findFirst()
			.ifPresent((name) -> {
				throw new InputRefused(InputProblem.at(name, "unknown-field", name));
			});
		Map<String, Object> metadata = map(tree.get("metadata"));
		Object name = metadata.get("name");
		return new GatewayDraft((name instanceof String written) ? written : "", kept(metadata), map(tree.get("spec")));
	}

	private static void require(String field, String value, @Nullable Object written) {
		if (!value.equals(written)) {
			throw new InputRefused(InputProblem.at(field, "unknown-choice", String.valueOf(written), value));
		}
	}

	/**
	 * The same with another name.
	 * @param other the name
	 * @return the draft
	 */
	public GatewayDraft named(String other) {
		return new GatewayDraft(other, this.metadata, this.spec);
	}

	/**
	 * The same with another spec.
	 * @param other the spec
	 * @return the draft
	 */
	GatewayDraft with(Map<String, Object> other) {
		return new GatewayDraft(this.name, this.metadata, other);
	}

	/**
	 * The draft as text.
	 * @return its YAML
	 */
	public String yaml() {
		return Yaml.write(object());
	}

	/**
	 * The draft as a new object.
	 * @return the object
	 */
	public GenericKubernetesResource object() {
		Map<String, Object> meta = new LinkedHashMap<>(this.metadata);
		meta.put("name", this.name);
		return object(meta);
	}

	/**
	 * The draft in the place of an object.
	 * @param live the object as read
	 * @return the object with the labels, the annotations and the spec of the draft
	 */
	GenericKubernetesResource on(GenericKubernetesResource live) {
		Map<String, Object> tree = Json.tree(live);
		Map<String, Object> meta = map(tree.get("metadata"));
		Object applied = map(meta.get("annotations")).get(LAST_APPLIED);
		meta.keySet().removeAll(KEPT);
		meta.putAll(this.metadata);
		if (applied != null) {
			Map<String, Object> annotations = map(meta.get("annotations"));
			annotations.put(LAST_APPLIED, applied);
			meta.put("annotations", annotations);
		}
		tree.put("metadata", meta);
		tree.put("spec", this.spec);
		return Json.object(tree);
	}

	private GenericKubernetesResource object(Map<String, Object> meta) {
		Map<String, Object> tree = new LinkedHashMap<>();
		tree.put("apiVersion", API_VERSION);
		tree.put("kind", KIND);
		tree.put("metadata", meta);
		tree.put("spec", this.spec);
		return Json.object(tree);
	}

	private static Map<String, Object> kept(Map<String, Object> metadata) {
		Map<String, Object> kept = new LinkedHashMap<>();
		for (String field : KEPT) {
			Map<String, Object> values = map(metadata.get(field));
			values.remove(LAST_APPLIED);
			if (!values.isEmpty()) {
				kept.put(field, values);
			}
		}
		return kept;
	}

	static Map<String, Object> map(@Nullable Object value) {
		Map<String, Object> map = new LinkedHashMap<>();
		if (value instanceof Map<?, ?> members) {
			members.forEach((key, member) -> map.put(String.valueOf(key), member));
		}
		return map;
	}

}
