package dev.sekisho.chain;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;

import dev.sekisho.cluster.Freshness;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.cluster.Snapshot;
import dev.sekisho.route.Culprit;
import dev.sekisho.route.SharedGateway;

/**
 * A world of {@code src/test/resources/worlds/chain}: the healthy one with what is
 * different.
 *
 * @param file the world as read
 * @param objects its objects by kind, namespace and name
 */
record World(Map<String, Object> file, Map<String, Map<String, Object>> objects) {

	static final Instant AS_OF = Instant.parse("2026-11-24T03:04:31Z");

	static World read(String name) {
		Map<String, Map<String, Object>> objects = new LinkedHashMap<>();
		maps(yaml("base.objects.yaml", List.class)).forEach((object) -> objects.put(id(object), object));
		Map<String, Object> file = map(yaml(name + ".yaml", Map.class));
		World world = new World(file, objects);
		list(file.get("remove")).forEach((id) -> world.known(id.toString()));
		list(file.get("remove")).forEach(objects::remove);
		maps(list(file.get("add"))).forEach((object) -> objects.put(id(object), object));
		maps(list(file.get("change")))
			.forEach((change) -> merge(world.known((String) change.get("object")), map(change.get("patch"))));
		world.addPods();
		return world;
	}

	private Map<String, Object> known(String id) {
		Map<String, Object> object = this.objects.get(id);
		if (object == null) {
			throw new IllegalStateException("The base world has no " + id);
		}
		return object;
	}

	private void addPods() {
		if (!(this.file.get("manyPods") instanceof Integer count)) {
			return;
		}
		List<Object> endpoints = new ArrayList<>();
		this.objects.keySet().removeIf((id) -> id.startsWith("Pod/service-a/"));
		for (int number = 0; number < count; number++) {
			String name = "service-a-" + number;
			Map<String, Object> pod = map(Serialization.unmarshal("""
					apiVersion: v1
					kind: Pod
					metadata: {namespace: service-a, name: %s, labels: {app: service-a}}
					status: {conditions: [{type: Ready, status: "True"}]}
					""".formatted(name), Map.class));
			this.objects.put(id(pod), pod);
			endpoints.add(Map.of("targetRef", Map.of("kind", "Pod", "name", name)));
		}
		known("EndpointSlice/service-a/service-a-x1").put("endpoints", endpoints);
	}

	ChainWorld seen() {
		return new ChainWorld(snapshot("Ingress", SeenIngress::of), snapshot("IngressClass", SeenIngressClass::of),
				snapshot("TargetGroupBinding", SeenTargetGroup::of), snapshot("Service", ServiceFacts::of),
				snapshot("EndpointSlice", SeenSlice::of), snapshot("Pod", SeenPod::of),
				snapshot("Gateway", SeenGateway::of), snapshot("Event", SeenEvent::of), pushes());
	}

	private Pushes pushes() {
		Map<ObjectKey, Pushes.Push> routes = new HashMap<>();
		map(this.file.getOrDefault("pushes", Map.of()))
			.forEach((pod, state) -> routes.put(new ObjectKey(pod.split("/")[0], pod.split("/")[1]),
					new Pushes.Push("taken".equals(state), "refused".equals(state) ? AS_OF : null)));
		return new Pushes(routes.isEmpty() ? null : AS_OF, routes);
	}

	Subject subject() {
		GenericKubernetesResource virtualService = resource(
				known("VirtualService/service-a/service-a-virtual-service"));
		List<Object> visible = list(this.file.get("visible"));
		Drift drift = (this.file.get("drift") instanceof String by) ? new Drift(AS_OF, by) : null;
		return new Subject(gateway(), VirtualServiceFacts.of(virtualService, ChainResolver.CLUSTER_DOMAIN),
				new PlannedPlaces(this.file.get("places")).placement(), freshness("VirtualService"), drift,
				Boolean.TRUE.equals(this.file.get("planned")),
				(namespace) -> visible.isEmpty() || visible.contains(namespace), culprits(),
				(namespace) -> "team-" + namespace);
	}

	private List<Culprit> culprits() {
		return (this.file.get("frozenBy") instanceof String name)
				? List.of(new Culprit(new ObjectKey(name.split("/")[0], name.split("/")[1]), AS_OF,
						List.of(new Culprit.Flaw("SKS2008", "/spec/http/0/headers/response/set/x-client", List.of()))))
				: List.of();
	}

	private SharedGateway gateway() {
		List<SharedGateway.FrontDoor> doors = list(this.file.get("frontDoors")).stream()
			.map((door) -> door.toString().split("/"))
			.map((door) -> new SharedGateway.FrontDoor(door[0], new ObjectKey(door[1], door[2])))
			.toList();
		return new SharedGateway("sample-gateway", "", 1, new ObjectKey("istio-ingress", "sample-gateway"), doors, null,
				SharedGateway.Approval.ALWAYS, SharedGateway.Delivery.APPLY, SharedGateway.OwnerRule.DEFAULT, Set.of());
	}

	private <T> Snapshot<T> snapshot(String kind, Function<GenericKubernetesResource, T> projection) {
		Map<ObjectKey, T> items = new LinkedHashMap<>();
		Freshness freshness = freshness(kind);
		if (freshness.state() != Freshness.State.NOT_VISIBLE) {
			this.objects.values()
				.stream()
				.filter((object) -> kind.equals(object.get("kind")))
				.map(World::resource)
				.forEach((object) -> items.put(Keys.of(object), projection.apply(object)));
		}
		return new Snapshot<>(items, 1, "1", freshness);
	}

	private Freshness freshness(String kind) {
		Object state = map(this.file.getOrDefault("freshness", Map.of())).getOrDefault(kind, "LIVE");
		Freshness.State parsed = Freshness.State.valueOf(state.toString());
		boolean read = parsed == Freshness.State.LIVE || parsed == Freshness.State.BROKEN;
		return new Freshness(parsed, read ? AS_OF : null, "");
	}

	static GenericKubernetesResource resource(Map<String, Object> object) {
		return Serialization.unmarshal(Serialization.asJson(object), GenericKubernetesResource.class);
	}

	private static String id(Map<String, Object> object) {
		Map<String, Object> metadata = map(object.get("metadata"));
		return object.get("kind") + "/" + metadata.getOrDefault("namespace", "") + "/" + metadata.get("name");
	}

	private static void merge(Map<String, Object> target, Map<String, Object> patch) {
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

	private static <T> T yaml(String file, Class<T> type) {
		try (InputStream in = World.class.getResourceAsStream("/worlds/chain/" + file)) {
			return Serialization.unmarshal(new String(in.readAllBytes(), StandardCharsets.UTF_8), type);
		}
		catch (IOException ex) {
			throw new IllegalStateException(file, ex);
		}
	}

	@SuppressWarnings("unchecked")
	static Map<String, Object> map(Object value) {
		return (Map<String, Object>) value;
	}

	@SuppressWarnings("unchecked")
	static List<Object> list(Object value) {
		return (value != null) ? (List<Object>) value : List.of();
	}

	static List<Map<String, Object>> maps(List<?> values) {
		return values.stream().map(World::map).toList();
	}

}
