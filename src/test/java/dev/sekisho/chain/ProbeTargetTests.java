package dev.sekisho.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Probes go nowhere but to ready gateway pods at addresses that were meant.
 */
class ProbeTargetTests {

	private static final List<AddressRange> EVERYTHING = List.of(AddressRange.parse("0.0.0.0/0"),
			AddressRange.parse("::/0"));

	private final World world = World.read("healthy");

	@Test
	void isAReadyPodBehindTheGatewayService() {
		address("igw-7b5-4ptq", "10.0.7.4");
		address("igw-7b5-9xlc", "10.0.7.9");
		assertThat(target("10.0.0.0/16").address().toString()).isEqualTo("/10.0.7.4:8080");
		ready("igw-7b5-4ptq", "False");
		assertThat(target("10.0.0.0/16").pod()).isEqualTo("igw-7b5-9xlc");
	}

	@Test
	void liesInAConfiguredRange() {
		address("igw-7b5-4ptq", "192.168.0.4");
		address("igw-7b5-9xlc", "10.0.7.9");
		assertThat(target("10.0.0.0/16").pod()).isEqualTo("igw-7b5-9xlc");
		refuses(ProbeRefused.Reason.NO_TARGET, List.of(AddressRange.parse("172.16.0.0/12")));
		refuses(ProbeRefused.Reason.NO_TARGET, List.of());
	}

	@ParameterizedTest
	@ValueSource(strings = { "169.254.169.254", "127.0.0.1", "::1", "0.0.0.0", "fd00:ec2::254",
			"::ffff:169.254.169.254", "metadata.google.internal", "", "10.0.0.1@evil.example" })
	void isNeverAnAddressThatIsNoPods(String address) {
		address("igw-7b5-4ptq", address);
		address("igw-7b5-9xlc", address);
		refuses(ProbeRefused.Reason.NO_TARGET, EVERYTHING);
	}

	@Test
	void isNotTakenFromEndpointsThatAnybodyMayHaveWritten() {
		Map<String, Object> slice = World.map(this.world.objects().get("EndpointSlice/service-a/service-a-x1"));
		slice.put("metadata", Map.of("namespace", "istio-ingress", "name", "planted", "labels",
				Map.of("kubernetes.io/service-name", "istio-ingressgateway")));
		slice.put("endpoints", List.of(Map.of("addresses", List.of("10.0.9.9"), "conditions", Map.of("ready", true))));
		refuses(ProbeRefused.Reason.NO_TARGET, EVERYTHING);
	}

	@Test
	void isNotAPodThatOnlyTheGatewaySelects() {
		address("igw-7b5-4ptq", "10.0.7.4");
		Map<String, Object> service = World.map(this.world.objects().get("Service/istio-ingress/istio-ingressgateway"));
		World.map(service.get("spec")).put("selector", Map.of("app", "somebody-else"));
		refuses(ProbeRefused.Reason.NO_TARGET, EVERYTHING);
	}

	@Test
	void isNoListenerWithTls() {
		address("igw-7b5-4ptq", "10.0.7.4");
		Map<String, Object> gateway = World.map(this.world.objects().get("Gateway/istio-ingress/sample-gateway"));
		Map<String, Object> server = World.map(World.list(World.map(gateway.get("spec")).get("servers")).get(0));
		server.put("port", Map.of("number", 80, "name", "https", "protocol", "HTTPS"));
		refuses(ProbeRefused.Reason.TLS, EVERYTHING);
	}

	private ProbeTarget target(String range) {
		return ProbeTarget.of(Scene.of(this.world.seen(), this.world.subject()), List.of(AddressRange.parse(range)));
	}

	private void refuses(ProbeRefused.Reason reason, List<AddressRange> ranges) {
		Scene scene = Scene.of(this.world.seen(), this.world.subject());
		assertThatExceptionOfType(ProbeRefused.class).isThrownBy(() -> ProbeTarget.of(scene, ranges))
			.matches((refused) -> refused.reason() == reason);
	}

	private void address(String pod, String address) {
		status(pod).put("podIP", address);
	}

	private void ready(String pod, String ready) {
		List<Object> conditions = new ArrayList<>(World.list(status(pod).get("conditions")));
		conditions.set(0, Map.of("type", "Ready", "status", ready));
		status(pod).put("conditions", conditions);
	}

	private Map<String, Object> status(String pod) {
		return World.map(World.map(this.world.objects().get("Pod/istio-ingress/" + pod)).get("status"));
	}

}
