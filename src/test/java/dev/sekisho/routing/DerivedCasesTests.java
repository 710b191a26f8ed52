package dev.sekisho.routing;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import dev.sekisho.routing.table.RoutingWorld;
import dev.sekisho.routing.validation.Judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Replays the hand-written cases that the real components have confirmed.
 */
class DerivedCasesTests {

	@TestFactory
	Stream<DynamicTest> judgesAsTheRealComponentsDo() throws IOException {
		List<Map<String, Object>> cases = DerivedCases.read("validation-cases.yaml", "cases");
		assumeTrue(!cases.isEmpty(), "no cases: give -Dsekisho.oracle=FOLDER");
		return cases.stream().map((one) -> DynamicTest.dynamicTest(one.get("id").toString(), () -> judge(one)));
	}

	@TestFactory
	Stream<DynamicTest> routesAsTheRealComponentsDo() throws IOException {
		List<Map<String, Object>> scenarios = DerivedCases.read("merge-cases.yaml", "scenarios");
		assumeTrue(!scenarios.isEmpty(), "no scenarios: give -Dsekisho.oracle=FOLDER");
		return scenarios.stream()
			.map((one) -> DynamicTest.dynamicTest(one.get("id") + " " + one.get("title"), () -> route(one)));
	}

	private static void judge(Map<String, Object> one) {
		Map<String, Object> object = object(one);
		Judgement judgement = Judgement.of(object);
		assertThat(judgement.admitted()).as("%s", judgement.defects()).isEqualTo(!"error".equals(one.get("expect")));
		if (judgement.admitted()) {
			assertThat(judgement.warned()).as("%s", judgement.defects()).isEqualTo("warning".equals(one.get("expect")));
		}
		if (one.containsKey("envoy")) {
			assertThat(RecordedVerdict.envoy(object, judgement)).isEqualTo(one.get("envoy"));
		}
	}

	private static Map<String, Object> object(Map<String, Object> one) {
		Map<String, Object> metadata = new LinkedHashMap<>();
		metadata.put("namespace", one.get("namespace"));
		metadata.put("name", one.getOrDefault("name", "example"));
		if (one.containsKey("annotations")) {
			metadata.put("annotations", one.get("annotations"));
		}
		Map<String, Object> object = new LinkedHashMap<>();
		object.put("apiVersion", "networking.istio.io/v1");
		object.put("kind", one.get("kind"));
		object.put("metadata", metadata);
		object.put("spec", RecordedVerdict.expanded(one.get("spec")));
		return object;
	}

	@SuppressWarnings("unchecked")
	private static void route(Map<String, Object> scenario) {
		Map<String, Object> pods = (Map<String, Object>) scenario.get("gatewayPods");
		RoutingWorld world = RoutingWorld.of(
				new GatewayPods((String) pods.get("namespace"), (Map<String, String>) pods.get("labels")),
				MeshSettings.DEFAULTS, (List<Map<String, ?>>) scenario.get("objects"));
		for (Map<String, Object> request : (List<Map<String, Object>>) scenario.get("requests")) {
			Answer answer = world.routeTable().answer(request(request));
			compare(answer, (Map<String, Object>) request.get("expect"), request);
		}
	}

	@SuppressWarnings("unchecked")
	private static HttpRequest request(Map<String, Object> request) {
		List<HttpRequest.Header> headers = ((Map<String, Object>) request.getOrDefault("headers", Map.of())).entrySet()
			.stream()
			.map((header) -> new HttpRequest.Header(header.getKey(), String.valueOf(header.getValue())))
			.toList();
		return new HttpRequest(80, (String) request.get("method"), (String) request.get("host"),
				(String) request.get("path"), headers);
	}

	private static void compare(Answer answer, Map<String, Object> expected, Map<String, Object> request) {
		Route route = answer.route();
		if (expected.containsKey("virtualService")) {
			assertThat(route).as("%s", request).isNotNull();
			assertThat(route.virtualService()).as("%s", request).hasToString((String) expected.get("virtualService"));
			assertThat(answer.destinations()).as("%s", request)
				.extracting(RouteAction.Destination::host)
				.contains((String) expected.get("destination"));
		}
		if (expected.containsKey("status")) {
			assertThat(answer.statuses()).as("%s", request).containsExactly((Integer) expected.get("status"));
		}
		assertThat(answer.tlsRedirect()).as("%s", request)
			.isEqualTo(Boolean.TRUE.equals(expected.get("redirectToHttps")));
	}

}
