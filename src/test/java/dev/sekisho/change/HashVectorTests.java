package dev.sekisho.change;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The published vectors of {@code src/test/resources/hash} hold.
 */
class HashVectorTests {

	private static final ObjectMapper MAPPER = new ObjectMapper();

	static Stream<Named<JsonNode>> virtualServices() throws IOException {
		return vectors("virtual-service.json");
	}

	static Stream<Named<JsonNode>> changeSpecs() throws IOException {
		return vectors("change-spec.json");
	}

	static Stream<Named<JsonNode>> impacts() throws IOException {
		return vectors("impact.json");
	}

	private static Stream<Named<JsonNode>> vectors(String file) throws IOException {
		try (InputStream stream = HashVectorTests.class.getResourceAsStream("/hash/" + file)) {
			List<Named<JsonNode>> vectors = new ArrayList<>();
			MAPPER.readTree(Objects.requireNonNull(stream))
				.forEach((vector) -> vectors.add(Named.of(vector.get("comment").asText(), vector)));
			return vectors.stream();
		}
	}

	@ParameterizedTest
	@MethodSource("virtualServices")
	void hashesAVirtualService(JsonNode vector) {
		GenericKubernetesResource object = MAPPER.convertValue(vector.get("input"), GenericKubernetesResource.class);
		assertThat(new String(CanonicalJson.of(Hashes.content(object)), StandardCharsets.UTF_8))
			.isEqualTo(vector.get("canonical").asText());
		assertThat(Hashes.ofVirtualService(object)).isEqualTo(vector.get("hash").asText());
	}

	@ParameterizedTest
	@MethodSource("changeSpecs")
	void hashesAChangesSpec(JsonNode vector) {
		GenericKubernetesResource change = new GenericKubernetesResource();
		change.setAdditionalProperty("spec", MAPPER.convertValue(vector.get("input"), Map.class));
		assertThat(Hashes.ofSpec(change)).isEqualTo(vector.get("hash").asText());
	}

	@ParameterizedTest
	@MethodSource("impacts")
	void hashesAnImpact(JsonNode vector) {
		List<List<Object>> tuples = new ArrayList<>();
		vector.get("input").get("moved").forEach((moved) -> {
			List<Object> tuple = new ArrayList<>();
			Stream.of("virtualHost", "before", "after", "kind")
				.forEach((name) -> tuple.add(MAPPER.convertValue(moved.get(name), Object.class)));
			tuples.add(tuple);
		});
		List<String> codes = new ArrayList<>();
		vector.get("input").get("introduced").forEach((code) -> codes.add(code.asText()));
		ImpactDigest digest = ImpactDigest.of(tuples, codes);
		assertThat(digest.hash()).isEqualTo(vector.get("hash").asText());
		assertThat(digest.entries()).isEqualTo(MAPPER.convertValue(vector.get("entries"), List.class));
	}

	@Test
	void aSmallerImpactLiesWithinALargerOne() {
		ImpactDigest one = ImpactDigest.of(List.of(List.of("*:80", "a")), List.of());
		ImpactDigest two = ImpactDigest.of(List.of(List.of("*:80", "a"), List.of("*:80", "b")), List.of("takes-over"));
		assertThat(one.within(two.entries())).isTrue();
		assertThat(two.within(one.entries())).isFalse();
	}

}
