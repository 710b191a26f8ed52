package dev.sekisho.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.fabric8.zjsonpatch.JsonPatch;
import org.jspecify.annotations.Nullable;

import dev.sekisho.check.Proposal.Action;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.route.LiveTable;
import dev.sekisho.route.StillRoutes;
import dev.sekisho.testing.StillCluster;

/**
 * A cluster in which a proposal is checked.
 *
 * @param routes what the route module knows of it
 */
public record CheckWorld(StillRoutes routes) {

	private static final String FOLDER = "/worlds/check/";

	private static final String GATEWAY = "sample-gateway";

	private static final ObjectMapper MAPPER = new ObjectMapper();

	/**
	 * The base world with what is different.
	 * @param added objects to add or replace
	 * @param gateway merged into the SharedGateway's spec
	 * @param hidden kinds that the portal may not list
	 * @return the world
	 */
	public static CheckWorld of(Collection<Map<String, Object>> added, Map<String, Object> gateway,
			Collection<?> hidden) {
		Map<String, Map<String, Object>> objects = new LinkedHashMap<>();
		maps(yaml("base.objects.yaml", List.class)).forEach((object) -> objects.put(id(object), object));
		added.forEach((object) -> objects.put(id(object), object));
		Map<String, Object> shared = Objects.requireNonNull(objects.get("SharedGateway//" + GATEWAY));
		merge(map(shared.get("spec")), gateway);
		return ofObjects(objects.values(), new TreeSet<>(hidden.stream().map(String::valueOf).toList()));
	}

	/**
	 * The world of some objects and no others.
	 * @param objects the objects
	 * @param hidden kinds that the portal may not list
	 * @return the world
	 */
	public static CheckWorld ofObjects(Collection<Map<String, Object>> objects, Set<String> hidden) {
		return new CheckWorld(StillRoutes.of(new StillCluster(objects, hidden)));
	}

	/**
	 * The checks of this world.
	 * @return the checks
	 */
	public Checks checks() {
		return new Checks(
				new ClusterSurroundings(this.routes.services(), this.routes.frontDoors(), this.routes.claimOverlaps()));
	}

	/**
	 * The route table of the shared gateway.
	 * @return the table
	 */
	public LiveTable table() {
		return this.routes.tables().find(GATEWAY).orElseThrow();
	}

	Verdict check(Proposal proposal, Stage stage) {
		return checks().check(proposal, table(), stage);
	}

	/**
	 * A proposal in this world.
	 * @param key the VirtualService
	 * @param manifest how it is to be; {@code null} to delete it
	 * @return the proposal
	 */
	public Proposal proposal(ObjectKey key, @Nullable Map<String, Object> manifest) {
		GenericKubernetesResource live = this.routes.virtualServices().find(key).orElse(null);
		Action action = (manifest != null) ? ((live != null) ? Action.REPLACE : Action.CREATE) : Action.DELETE;
		return new Proposal(action, key, (manifest != null) ? StillCluster.resource(manifest) : null, live,
				table().gateway());
	}

	static Map<String, Object> patched(Map<String, Object> manifest, Fix fix) {
		JsonNode patch = MAPPER.valueToTree(fix.patch().stream().map(CheckWorld::operation).toList());
		return map(MAPPER.convertValue(JsonPatch.apply(patch, MAPPER.valueToTree(manifest)), Map.class));
	}

	private static Map<String, Object> operation(JsonPatchOperation operation) {
		Map<String, Object> map = new LinkedHashMap<>(Map.of("op", operation.op(), "path", operation.path()));
		if (!"remove".equals(operation.op())) {
			map.put("value", operation.value());
		}
		return map;
	}

	static Map<String, Object> read(String file) {
		return map(yaml(file, Map.class));
	}

	static <T> T yaml(String file, Class<T> type) {
		try (InputStream in = Objects.requireNonNull(CheckWorld.class.getResourceAsStream(FOLDER + file), file)) {
			return Serialization.unmarshal(new String(in.readAllBytes(), StandardCharsets.UTF_8), type);
		}
		catch (IOException ex) {
			throw new IllegalStateException(file, ex);
		}
	}

	static void merge(Map<String, Object> target, Map<String, Object> patch) {
		patch.forEach((name, value) -> {
			if (value == null) {
				target.remove(name);
			}
			else if (value instanceof Map<?, ?> inner && target.get(name) instanceof Map<?, ?> existing) {
				merge(map(existing), map(inner));
			}
			else {
				target.put(name, value);
			}
		});
	}

	private static String id(Map<String, Object> object) {
		Map<String, Object> metadata = map(object.get("metadata"));
		return object.get("kind") + "/" + metadata.getOrDefault("namespace", "") + "/" + metadata.get("name");
	}

	@SuppressWarnings("unchecked")
	static Map<String, Object> map(@Nullable Object value) {
		return (value != null) ? (Map<String, Object>) value : new LinkedHashMap<>();
	}

	static List<Map<String, Object>> maps(@Nullable Object values) {
		List<Map<String, Object>> maps = new ArrayList<>();
		if (values instanceof List<?> list) {
			list.forEach((value) -> maps.add(map(value)));
		}
		return maps;
	}

}
