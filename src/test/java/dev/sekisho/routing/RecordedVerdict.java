package dev.sekisho.routing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.sekisho.routing.table.RoutingWorld;
import dev.sekisho.routing.validation.Judgement;

/**
 * A recorded verdict of schema, webhook and Envoy on one VirtualService, with the
 * comparison.
 *
 * @param id names the verdict
 * @param object the manifest
 * @param admitted whether schema and webhook let it pass
 * @param warned whether the webhook warned
 * @param envoy the first word of Envoy's verdict; empty if it wasn't asked
 */
record RecordedVerdict(String id, Map<String, ?> object, boolean admitted, boolean warned, String envoy) {

	static final String CANT_TELL = "can't tell";

	private static final Pattern REPEAT = Pattern.compile("@@REPEAT:(.*?):([0-9]+)@@", Pattern.DOTALL);

	private static final GatewayPods PODS = new GatewayPods("istio-ingress", Map.of("istio", "ingressgateway"));

	private static final Map<String, ?> GATEWAY = Map.of("apiVersion", "networking.istio.io/v1", "kind", "Gateway",
			"metadata", Map.of("namespace", "istio-ingress", "name", "shared"), "spec",
			Map.of("selector", Map.of("istio", "ingressgateway"), "servers", List
				.of(Map.of("hosts", List.of("*"), "port", Map.of("number", 80, "name", "http", "protocol", "HTTP")))));

	@SuppressWarnings("unchecked")
	static RecordedVerdict of(Map<String, ?> line) {
		Object warnings = line.get("warnings");
		return new RecordedVerdict(String.valueOf(line.get("id")), (Map<String, ?>) expanded(line.get("object")),
				Boolean.TRUE.equals(line.get("admitted")), warnings instanceof List<?> list && !list.isEmpty(),
				(line.get("envoy") instanceof String envoy) ? envoy.split(":")[0] : "");
	}

	/**
	 * What differs from the recording.
	 * @return the differences
	 */
	List<String> differences() {
		Judgement judgement = Judgement.of(this.object);
		List<String> differences = new ArrayList<>();
		compare(differences, "admitted", this.admitted, judgement.admitted(), judgement);
		if (this.admitted) {
			compare(differences, "warned", this.warned, judgement.warned(), judgement);
			String told = envoy(this.object, judgement);
			if (!this.envoy.isEmpty() && !told.equals(CANT_TELL)) {
				compare(differences, "envoy", this.envoy, told, judgement);
			}
		}
		return differences;
	}

	/**
	 * Whether it can't be told what Envoy says.
	 * @return {@code true} if nobody but Envoy can tell
	 */
	boolean isBeyond() {
		return this.admitted && !this.envoy.isEmpty()
				&& envoy(this.object, Judgement.of(this.object)).equals(CANT_TELL);
	}

	/**
	 * What Envoy says to the routes of a VirtualService on the shared gateway.
	 * @param object the manifest
	 * @param judgement the judgement on it
	 * @return {@code accepted}, {@code rejected}, {@code not_programmed} or
	 * {@link #CANT_TELL}
	 */
	static String envoy(Map<String, ?> object, Judgement judgement) {
		RoutingWorld world = RoutingWorld.of(PODS, MeshSettings.DEFAULTS, List.of(GATEWAY, object));
		List<Route> routes = world.routeTable()
			.ports()
			.stream()
			.flatMap((port) -> world.routeTable().virtualHosts(port).stream())
			.flatMap((host) -> host.routes().stream())
			.toList();
		if (routes.isEmpty()) {
			return "not_programmed";
		}
		if (routes.stream().anyMatch((route) -> judgement.isPoison(route.httpIndex(), route.matchIndex()))) {
			return "rejected";
		}
		boolean told = routes.stream()
			.noneMatch((route) -> judgement.isUnchecked(route.httpIndex(), route.matchIndex()));
		return told ? "accepted" : CANT_TELL;
	}

	private void compare(List<String> differences, String what, Object expected, Object actual, Judgement judgement) {
		if (!expected.equals(actual)) {
			differences
				.add(this.id + " " + what + " expected " + expected + " got " + actual + " " + judgement.defects());
		}
	}

	static Object expanded(Object value) {
		if (value instanceof String text) {
			Matcher repeat = REPEAT.matcher(text);
			return repeat.replaceAll(
					(found) -> Matcher.quoteReplacement(found.group(1).repeat(Integer.parseInt(found.group(2)))));
		}
		if (value instanceof List<?> list) {
			List<Object> items = new ArrayList<>();
			list.forEach((item) -> items.add(expanded(item)));
			return items;
		}
		if (value instanceof Map<?, ?> map) {
			Map<String, Object> members = new LinkedHashMap<>();
			map.forEach((key, member) -> members.put((String) expanded(key), expanded(member)));
			return members;
		}
		return value;
	}

}
