package dev.sekisho.change;

import java.util.List;
import java.util.Map;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.junit.jupiter.api.Test;

import dev.sekisho.check.JsonPatchOperation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * A change as JSON patch of the live VirtualService.
 */
class LivePatchTests {

	private static final String LIVE = """
			apiVersion: networking.istio.io/v1
			kind: VirtualService
			metadata: {namespace: orders, name: orders, labels: {team: shop, example.com/tier: web}}
			spec: {hosts: ["*"], http: [{timeout: 10s, route: [{destination: {host: orders}}]}]}
			""";

	@Test
	void makesTheLiveObjectWhatIsProposed() {
		String wanted = LIVE.replace("team: shop", "owner: shop").replace("web", "api").replace("10s", "12s");
		List<JsonPatchOperation> patch = LivePatch.between(object(LIVE), object(wanted));
		assertThat(patch).extracting(JsonPatchOperation::op, JsonPatchOperation::path)
			.containsExactly(tuple("replace", "/metadata/labels/example.com~1tier"),
					tuple("add", "/metadata/labels/owner"), tuple("remove", "/metadata/labels/team"),
					tuple("replace", "/spec"));
		Map<String, Object> patched = new ManifestPatch(Json.tree(object(LIVE))).apply(patch);
		assertThat(Hashes.ofVirtualService(Json.object(patched))).isEqualTo(Hashes.ofVirtualService(object(wanted)));
	}

	@Test
	void leavesWhatToolsKeepOnTheObject() {
		GenericKubernetesResource live = object(LIVE);
		live.getMetadata().setAnnotations(Map.of("argocd.argoproj.io/tracking-id", "shop:orders"));
		assertThat(LivePatch.between(live, object(LIVE))).isEmpty();
	}

	@Test
	void isEmptyForWhatIsCreatedOrDeleted() {
		assertThat(LivePatch.between(null, object(LIVE))).isEmpty();
		assertThat(LivePatch.between(object(LIVE), null)).isEmpty();
	}

	@Test
	void isYamlThatKubectlTakes() {
		assertThat(Yaml.write(List.of(new JsonPatchOperation("remove", "/metadata/labels/team", null)))).isEqualTo("""
				- op: remove
				  path: /metadata/labels/team
				""");
	}

	private static GenericKubernetesResource object(String yaml) {
		return Manifest.read(yaml, "").object();
	}

}
