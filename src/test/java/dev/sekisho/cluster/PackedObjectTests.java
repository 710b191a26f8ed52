package dev.sekisho.cluster;

import java.io.IOException;
import java.util.Map;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Packs objects and unpacks them again.
 */
class PackedObjectTests {

	private static final String PLAIN = """
			{"apiVersion": "networking.istio.io/v1", "kind": "VirtualService",
			 "metadata": {"name": "orders", "namespace": "team-a", "uid": "0d4a4bd0-7d0f-4a9f-9bcb-2b8a5f6f6a11",
			   "resourceVersion": "123", "creationTimestamp": "2025-01-02T03:04:05Z", "generation": 2},
			 "spec": {"hosts": ["*"], "gateways": ["istio-ingress/shared"], "http": [{"match": [{"uri": {"prefix": "/orders"}}],
			   "route": [{"destination": {"host": "orders.team-a.svc.cluster.local", "port": {"number": 80}}}]}]}}
			""";

	@ParameterizedTest
	@ValueSource(strings = { PLAIN, "{\"kind\": \"X\", \"metadata\": {\"name\": \"a\"}}",
			"{\"kind\": \"X\", \"metadata\": {\"name\": \"a\", \"selfLink\": \"b\"}, \"spec\": {\"n\": null, \"d\": 1.5, \"l\": []}}",
			"{\"kind\": \"X\", \"metadata\": {\"name\": \"注文\"}, \"spec\": 123456789012345678901234567890}",
			"{\"kind\": \"X\", \"metadata\": {\"name\": \"\\u0000\\ud83d\\ude00\"}, \"spec\": [true, [[]], {\"\": {}}], \"status\": {\"a\": 1}}" })
	void givesBackWhatWasPacked(String json) throws IOException {
		GenericKubernetesResource object = RawJson.MAPPER.readValue(json, GenericKubernetesResource.class);
		PackedObject packed = PackedObject.of(object);
		assertThat(packed.unpack()).isEqualTo(object);
		assertThat(RawJson.MAPPER.valueToTree(packed.manifest()).toString())
			.isEqualTo(RawJson.MAPPER.valueToTree(object).toString());
	}

	@Test
	void givesBackBigObjects() throws IOException {
		GenericKubernetesResource object = RawJson.MAPPER.readValue(PLAIN, GenericKubernetesResource.class);
		for (int i = 0; i < 2_000; i++) {
			object.getAdditionalProperties()
				.put("field-" + i * 7919, Map.of("value", Integer.toHexString(i * 104_729)));
		}
		assertThat(PackedObject.of(object).unpack()).isEqualTo(object);
	}

	@Test
	void takesLittleRoom() throws IOException {
		GenericKubernetesResource object = RawJson.MAPPER.readValue(PLAIN, GenericKubernetesResource.class);
		assertThat(PackedObject.of(object).size()).isLessThan(200);
	}

	@Test
	void givesEveryCallerACopy() throws IOException {
		PackedObject packed = PackedObject.of(RawJson.MAPPER.readValue(PLAIN, GenericKubernetesResource.class));
		packed.unpack().getMetadata().setName("other");
		assertThat(packed.unpack().getMetadata().getName()).isEqualTo("orders");
	}

}
