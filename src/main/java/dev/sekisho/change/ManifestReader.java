package dev.sekisho.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;

import dev.sekisho.cluster.ResourceKind;

/**
 * Takes a JSON tree for a VirtualService, or says for each field why not.
 */
final class ManifestReader {

	private static final Set<String> MEMBERS = Set.of("apiVersion", "kind", "metadata", "spec", "status");

	private static final Set<String> NAMES = Set.of("name", "namespace", "labels", "annotations");

	private static final Set<String> FILLED_IN = Set.of("uid", "resourceVersion", "generation", "creationTimestamp",
			"managedFields", "selfLink", "ownerReferences", "finalizers", "deletionTimestamp",
			"deletionGracePeriodSeconds");

	private final List<InputProblem> problems = new ArrayList<>();

	private final List<String> dropped = new ArrayList<>();

	private final String namespace;

	ManifestReader(String namespace) {
		this.namespace = namespace;
	}

	List<InputProblem> problems() {
		return this.problems;
	}

	/**
	 * Reads the tree.
	 * @param root the tree
	 * @return the manifest; {@code null} if there are problems
	 */
	@Nullable Manifest read(@Nullable Object root) {
		if (!(root instanceof Map<?, ?> map)) {
			this.problems.add(InputProblem.at("", (root != null) ? "not-an-object" : "empty"));
			return null;
		}
		Map<String, Object> tree = new LinkedHashMap<>();
		unknown(map, "", MEMBERS, Set.of("status"));
		tree.put("apiVersion", apiVersion(map.get("apiVersion")));
		tree.put("kind", kind(map.get("kind")));
		tree.put("metadata", metadata(map.get("metadata")));
		tree.put("spec", spec(map.get("spec")));
		return this.problems.isEmpty() ? sized(Json.object(tree)) : null;
	}

	private @Nullable Manifest sized(GenericKubernetesResource object) {
		int size = Hashes.size(object);
		if (size > Hashes.LARGEST) {
			this.problems.add(InputProblem.at("", "manifest-too-large", String.valueOf(size / 1024),
					String.valueOf(Hashes.LARGEST / 1024)));
			return null;
		}
		return new Manifest(object, this.dropped);
	}

	private Object apiVersion(@Nullable Object value) {
		for (String version : ResourceKind.VIRTUAL_SERVICE.versions()) {
			String candidate = ResourceKind.VIRTUAL_SERVICE.group() + "/" + version;
			if (candidate.equals(value)) {
				return candidate;
			}
		}
		String served = ResourceKind.VIRTUAL_SERVICE.group() + "/" + ResourceKind.VIRTUAL_SERVICE.versions().get(0);
		this.problems.add(InputProblem.at("apiVersion", "wrong-api-version", shown(value)).withFix(served));
		return served;
	}

	private Object kind(@Nullable Object value) {
		if (!ResourceKind.VIRTUAL_SERVICE.kind().equals(value)) {
			this.problems
				.add(InputProblem.at("kind", "wrong-kind", shown(value)).withFix(ResourceKind.VIRTUAL_SERVICE.kind()));
		}
		return ResourceKind.VIRTUAL_SERVICE.kind();
	}

	private Map<String, Object> metadata(@Nullable Object value) {
		Map<?, ?> map = object(value, "metadata");
		unknown(map, "metadata", NAMES, FILLED_IN);
		Map<String, Object> metadata = new LinkedHashMap<>();
		Object namespace = map.get("namespace");
		metadata.put("namespace", name((namespace != null) ? namespace : this.namespace, "metadata.namespace", 63));
		metadata.put("name", name(map.get("name"), "metadata.name", 253));
		for (String member : List.of("labels", "annotations")) {
			Map<String, String> entries = entries(map.get(member), "metadata." + member);
			if (!entries.isEmpty()) {
				metadata.put(member, entries);
			}
		}
		return metadata;
	}

	private String name(@Nullable Object value, String path, int longest) {
		if (!(value instanceof String text)) {
			this.problems.add(InputProblem.at(path, (value != null) ? "not-text" : "required", shown(value)));
			return "";
		}
		InputProblem problem = Names.problem(text, path, longest);
		if (problem != null) {
			this.problems.add(problem);
		}
		return text;
	}

	private Map<String, String> entries(@Nullable Object value, String path) {
		Map<String, String> entries = new LinkedHashMap<>();
		if (value == null) {
			return entries;
		}
		object(value, path).forEach((key, member) -> {
			String place = Paths.member(path, String.valueOf(key));
			if (!Hashes.content(String.valueOf(key))) {
				this.dropped.add(place);
			}
			else if (member instanceof String text) {
				entries.put(String.valueOf(key), text);
			}
			else {
				this.problems
					.add(InputProblem.at(place, "not-text", shown(member)).withFix("\"" + shown(member) + "\""));
			}
		});
		return entries;
	}

	private Map<?, ?> spec(@Nullable Object value) {
		Map<?, ?> spec = object(value, "spec");
		this.problems.addAll(CanonicalJson.problems(spec, "spec"));
		return spec;
	}

	private Map<?, ?> object(@Nullable Object value, String path) {
		if (value instanceof Map<?, ?> map) {
			return map;
		}
		this.problems.add(InputProblem.at(path, (value != null) ? "not-an-object" : "required"));
		return Map.of();
	}

	private void unknown(Map<?, ?> map, String path, Set<String> known, Set<String> ignored) {
		map.keySet().stream().map(String::valueOf).forEach((key) -> {
			if (ignored.contains(key)) {
				this.dropped.add(Paths.member(path, key));
			}
			else if (!known.contains(key)) {
				this.problems.add(InputProblem.at(Paths.member(path, key), "unknown-field", key));
			}
		});
	}

	private static String shown(@Nullable Object value) {
		return (value != null) ? String.valueOf(value) : "";
	}

}
