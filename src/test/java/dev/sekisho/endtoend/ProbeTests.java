package dev.sekisho.endtoend;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodIP;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A probe passes the real Envoy and tells whose Service answered.
 */
@Tag("long")
class ProbeTests {

	private static final String PROBES = "/api/v1/chains/service-b/probed/probes";

	private static final String ROUTE = """
			{"reason": "To be probed", "route": {"namespace": "service-b", "name": "probed",
			 "hosts": ["*"], "matches": [{"path": {"type": "exactAndBelow", "value": "/api/v1/service-b"}}],
			 "destinations": [{"service": "service-b", "port": 80}]}}""";

	private Stage stage;

	private Story story;

	@BeforeEach
	void setTheStage() {
		this.stage = Stage.shared();
		this.story = new Story(this.stage);
	}

	@Test
	void tellsWhoseServiceAnswersThroughTheRealGateway() {
		String before = podAddress();
		String change = this.story.submit("bob", ROUTE);
		this.story.approve(change);
		this.story.until(change, "Applied");
		try {
			// The gateway process listens on loopback, whatever its pod says.
			podAddress("127.0.0.1");
			await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(1_100)).untilAsserted(() -> {
				JsonNode probe = probe("{\"body\": \"service-b /api/v1/service-b\"}", 200);
				assertThat(probe.path("reason").asString()).isEqualTo("probe.as-expected");
				assertThat(probe.path("status").asInt()).isEqualTo(200);
			});
			JsonNode kept = this.stage.call("bob", "GET", "/api/v1/chains/service-b/probed", null, 200).path("probe");
			assertThat(kept.path("state").asString()).isEqualTo("healthy");
			await().atMost(Duration.ofSeconds(10))
				.untilAsserted(() -> assertThat(
						probe("{\"header\": \"x-host-seen\", \"value\": \"other\"}", 200).path("reason").asString())
					.isEqualTo("probe.other"));
			probe("{\"path\": \"/api/v1/service-c\"}", 409);
			this.stage.call("alice", "POST", PROBES, "{}", 404);
		}
		finally {
			podAddress(before);
			this.story.remove("bob", "service-b", "probed");
		}
	}

	private JsonNode probe(String body, int status) {
		return this.stage.call("bob", "POST", PROBES, body, status);
	}

	private String podAddress() {
		return gatewayPod().getStatus().getPodIP();
	}

	private void podAddress(String address) {
		this.stage.admin().resource(gatewayPod()).editStatus((pod) -> {
			pod.getStatus().setPodIP(address);
			pod.getStatus().setPodIPs(List.of(new PodIP(address)));
			return pod;
		});
	}

	private Pod gatewayPod() {
		return this.stage.admin()
			.pods()
			.inNamespace("istio-ingress")
			.withLabels(Map.of("istio", "ingressgateway"))
			.list()
			.getItems()
			.get(0);
	}

}
