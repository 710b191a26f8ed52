package dev.sekisho.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

import dev.sekisho.cluster.ObjectKey;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No manifest makes a check fail, whatever stands where.
 */
class OddManifestTests {

	private static final ObjectMapper MAPPER = new ObjectMapper();

	private static final List<String> ODD = List.of("7", "-1", "true", "\"\"", "\"x\"", "\"\\u0000\\u202e{0}''\"", "[]",
			"{}", "[[]]", "[7]", "[\"\"]", "{\"\":{}}", "\"%\"", "\"(\"", "\"\\\\Q[\"", "99999999999999999999");

	private final CheckWorld world = CheckWorld.of(List.of(),
			Map.of("allow", List.of("delegate", "redirect", "mirror", "protectedHeaders")), List.of());

	@Test
	void everyFieldMayHoldAnything() throws Exception {
		JsonNode manifest = MAPPER.valueToTree(CheckWorld.read("everything.proposal.yaml"));
		List<String> pointers = new ArrayList<>();
		collect(manifest.path("spec"), "/spec", pointers);
		assertThat(pointers).hasSizeGreaterThan(80);
		for (String pointer : pointers) {
			for (String odd : ODD) {
				JsonNode changed = manifest.deepCopy();
				replace(changed, pointer, MAPPER.readTree(odd));
				assertThat(check(changed)).as("%s = %s", pointer, odd).doesNotContain("SKS0001");
			}
		}
	}

	private List<String> check(JsonNode manifest) {
		Map<String, Object> proposed = CheckWorld.map(MAPPER.convertValue(manifest, Map.class));
		Proposal proposal = this.world.proposal(new ObjectKey("service-a", "odd"), proposed);
		return this.world.check(proposal, Stage.APPLY).findings().stream().map(Finding::code).toList();
	}

	private static void collect(JsonNode node, String pointer, List<String> pointers) {
		pointers.add(pointer);
		if (node.isObject()) {
			node.properties().forEach((field) -> collect(field.getValue(), pointer + "/" + field.getKey(), pointers));
		}
		for (int i = 0; node.isArray() && i < node.size(); i++) {
			collect(node.get(i), pointer + "/" + i, pointers);
		}
	}

	private static void replace(JsonNode tree, String pointer, JsonNode value) {
		int slash = pointer.lastIndexOf('/');
		JsonNode parent = tree.at(pointer.substring(0, slash));
		String name = pointer.substring(slash + 1);
		if (parent instanceof ArrayNode array) {
			array.set(Integer.parseInt(name), value);
		}
		else {
			((ObjectNode) parent).set(name, value);
		}
	}

}
