package dev.sekisho.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import dev.sekisho.routing.MeshSettings.PathNormalization;
import dev.sekisho.routing.table.RoutingWorld;

/**
 * One line of a recording, with the comparison.
 */
@SuppressWarnings("unchecked")
final class RecordedScenario {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Map<String, ?> line;

	private final RoutingWorld world;

	private RecordedScenario(Map<String, ?> line) {
		this.line = line;
		Map<String, ?> pods = (Map<String, ?>) value(line, "gatewayPods");
		this.world = RoutingWorld.of(
				new GatewayPods((String) value(pods, "namespace"), (Map<String, String>) value(pods, "labels")),
				mesh((Map<String, ?>) value(line, "mesh")), (List<Map<String, ?>>) value(line, "objects"));
	}

	static @Nullable RecordedScenario parse(String text) {
		return of(JSON.readValue(text, Map.class));
	}

	static @Nullable RecordedScenario of(Map<String, ?> line) {
		return line.containsKey("requests") ? new RecordedScenario(line) : null;
	}

	String id() {
		return (String) value(this.line, "id");
	}

	String family() {
		return (String) value(this.line, "family");
	}

	RoutingWorld world() {
		return this.world;
	}

	Map<String, ?> line() {
		return this.line;
	}

	int requestCount() {
		return requests().size();
	}

	List<Map<String, ?>> requests() {
		return (List<Map<String, ?>>) value(this.line, "requests");
	}

	Verdict replay() {
		List<String> wrong = new ArrayList<>(tableDifferences());
		int cantTell = 0;
		for (Map<String, ?> request : requests()) {
			Answer answer = this.world.routeTable().answer(requestOf(request));
			if (answer.outcome() == Answer.Outcome.CANT_TELL) {
				cantTell++;
				wrong.add(id() + " " + request + " can't tell: " + answer.cantTell());
				continue;
			}
			Map<String, ?> result = (Map<String, ?>) value(request, "result");
			List<String> differences = differences(result, answer);
			if (!differences.isEmpty()) {
				wrong.add(id() + " " + differences + " " + request);
			}
		}
		return new Verdict(wrong, cantTell);
	}

	static HttpRequest requestOf(Map<String, ?> request) {
		List<HttpRequest.Header> headers = new ArrayList<>();
		if (request.get("headers") instanceof List<?> pairs) {
			for (Object pair : pairs) {
				headers.add(new HttpRequest.Header((String) ((List<?>) pair).get(0), (String) ((List<?>) pair).get(1)));
			}
		}
		return new HttpRequest((Integer) value(request, "port"), (String) value(request, "method"),
				(String) value(request, "host"), (String) value(request, "path"), headers);
	}

	private static List<String> differences(Map<String, ?> result, Answer answer) {
		List<String> differences = new ArrayList<>();
		Object statuses = result.containsKey("statuses") ? new ArrayList<>(new TreeSet<>(list(result, "statuses")))
				: (result.containsKey("status") ? List.of(value(result, "status")) : List.of());
		compare(differences, "status", statuses, answer.statuses());
		Route route = answer.route();
		compare(differences, "vs", text(result, "vs"), (route != null) ? route.virtualService().toString() : "");
		compare(differences, "route", text(result, "route"), (route != null) ? route.name() : "");
		compare(differences, "virtualHost", text(result, "virtualHost"),
				(route != null) ? Objects.requireNonNullElse(answer.virtualHost(), "") : "");
		compare(differences, "position", Objects.requireNonNullElse(result.get("position"), -1), answer.position());
		compare(differences, "clusters", list(result, "clusters"),
				answer.destinations().stream().map(RouteAction.Destination::cluster).sorted().toList());
		if (!result.containsKey("statuses")) {
			compare(differences, "upstreamPath", text(result, "upstreamPath"),
					Objects.requireNonNullElse(answer.upstreamPath(), ""));
			compare(differences, "upstreamHost", text(result, "upstreamHost"), upstreamHost(result, answer));
		}
		compare(differences, "location", text(result, "location"), Objects.requireNonNullElse(answer.location(), ""));
		compare(differences, "tlsRedirect", Boolean.TRUE.equals(result.get("tlsRedirect")), answer.tlsRedirect());
		return differences;
	}

	// Where destinations get different Hosts the recording has one of them, by chance.
	private static String upstreamHost(Map<String, ?> result, Answer answer) {
		if (answer.outcome() == Answer.Outcome.FORWARDED && answer.upstreamHost() == null && answer.route() != null
				&& answer.route().action() instanceof RouteAction.Forward forward
				&& forward.effects().stream().anyMatch((effect) -> effect.contains("request set host: "))) {
			return text(result, "upstreamHost");
		}
		return Objects.requireNonNullElse(answer.upstreamHost(), "");
	}

	private List<String> tableDifferences() {
		List<String> wrong = new ArrayList<>();
		List<Map<String, ?>> tables = (List<Map<String, ?>>) value(this.line, "routeTables");
		List<Object> ports = new ArrayList<>();
		for (Map<String, ?> table : tables) {
			ports.add(value(table, "port"));
			List<String> expected = new ArrayList<>();
			List<Map<String, ?>> routes = (List<Map<String, ?>>) value(table, "routes");
			for (Map<String, ?> host : (List<Map<String, ?>>) value(table, "virtualHosts")) {
				List<String> names = new ArrayList<>();
				for (Object index : list(host, "routes")) {
					Map<String, ?> route = routes.get((Integer) index);
					names.add(text(route, "vs") + ":" + text(route, "name"));
				}
				expected.add(text(host, "name") + new TreeSet<>(list(host, "domains"))
						+ Boolean.TRUE.equals(host.get("requireTls")) + names);
			}
			List<String> actual = this.world.routeTable()
				.virtualHosts((Integer) value(table, "port"))
				.stream()
				.map((host) -> host.name() + new TreeSet<>(host.domains()) + host.tlsRequired()
						+ host.routes().stream().map((route) -> route.virtualService() + ":" + route.name()).toList())
				.sorted()
				.toList();
			compare(wrong, id() + " table", expected.stream().sorted().toList(), actual);
		}
		compare(wrong, id() + " ports", new TreeSet<>(ports), new TreeSet<Object>(this.world.routeTable().ports()));
		return wrong;
	}

	private static void compare(List<String> differences, String what, Object expected, Object actual) {
		if (!expected.equals(actual)) {
			differences.add(what + " expected " + expected + " got " + actual);
		}
	}

	private static MeshSettings mesh(Map<String, ?> mesh) {
		Object proxies = mesh.get("numTrustedProxies");
		Object normalization = mesh.get("pathNormalization");
		if (normalization instanceof Map<?, ?> nested) {
			normalization = nested.get("normalization");
		}
		return new MeshSettings(
				(normalization != null) ? PathNormalization.valueOf(normalization.toString())
						: PathNormalization.DEFAULT,
				(proxies instanceof Number number) ? number.intValue() : 0, "cluster.local");
	}

	private static String text(Map<String, ?> map, String key) {
		return Objects.requireNonNullElse(map.get(key), "").toString();
	}

	private static List<Object> list(Map<String, ?> map, String key) {
		return (map.get(key) instanceof List<?> list) ? (List<Object>) list : List.of();
	}

	private static Object value(Map<String, ?> map, String key) {
		return Objects.requireNonNull(map.get(key), key);
	}

	/**
	 * What a replay found.
	 *
	 * @param wrong the differences
	 * @param cantTell how many requests couldn't be told
	 */
	record Verdict(List<String> wrong, int cantTell) {

	}

}
