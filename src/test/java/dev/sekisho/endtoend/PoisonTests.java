package dev.sekisho.endtoend;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * One VirtualService that istiod takes and Envoy refuses keeps every team's changes from
 * being served; so the portal lets none through, whichever way it comes.
 */
class PoisonTests {

	private static final String GOOD = """
			{"reason": "First release", "route": {"namespace": "service-a", "name": "good",
			 "hosts": ["*"], "matches": [{"path": {"type": "exactAndBelow", "value": "/api/v1/service-a"}}],
			 "destinations": [{"service": "service-a", "port": 80}]}}""";

	private Stage stage;

	private Story story;

	@BeforeEach
	void setTheStage() {
		this.stage = Stage.shared();
		this.story = new Story(this.stage);
	}

	@Test
	void keepsOthersRoutesFromBeingServedUntilItIsGone() {
		String path = "/api/v1/service-a/1";
		await().atMost(Duration.ofSeconds(30))
			.ignoreExceptions()
			.until(() -> this.stage.throughEnvoy(path).statusCode() == 404);
		GenericKubernetesResource poison = refusedByEnvoy(Poison.REDIRECT_CODE);
		try {
			long before = this.stage.updates("rejected");
			String change = this.story.submit("alice", GOOD);
			this.story.approve(change);
			this.story.until(change, "Applied");
			await().atMost(Duration.ofSeconds(30)).until(() -> this.stage.updates("rejected") > before);
			assertThat(this.stage.throughEnvoy(path).statusCode()).isEqualTo(404);
		}
		finally {
			this.stage.deletePastThePortal(poison);
		}
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(this.stage.throughEnvoy(path).body()).isEqualTo("service-a " + path));
		this.story.remove("alice", "service-a", "good");
	}

	@ParameterizedTest
	@EnumSource
	void isTakenByIstiodAndRefusedByEnvoy(Poison poison) {
		GenericKubernetesResource object = refusedByEnvoy(poison);
		long before = this.stage.updates("success");
		this.stage.deletePastThePortal(object);
		await().atMost(Duration.ofSeconds(30)).until(() -> this.stage.updates("success") > before);
	}

	@ParameterizedTest
	@EnumSource
	void isRefusedAsADraft(Poison poison) {
		String body = Serialization.asJson(Map.of("virtualService", poison.manifest(), "reason", "Why not"));
		JsonNode preview = this.stage.call("bob", "POST", "/api/v1/previews", body, 200);
		assertThat(blocking(preview.path("findings"))).contains(poison.code());
		JsonNode problem = this.stage.call("bob", "POST", "/api/v1/changes", body, 422);
		assertThat(problem.toString()).contains(poison.code());
	}

	@ParameterizedTest
	@EnumSource
	void staysPendingWhenKubectlCreatesIt(Poison poison) {
		Map<String, Object> manifest = poison.manifest();
		String name = "kubectl-" + poison.label();
		GenericKubernetesResource change = Serialization.unmarshal(Serialization.asJson(Map.of("apiVersion",
				"sekisho.dev/v1alpha1", "kind", "RouteChange", "metadata",
				Map.of("name", name, "namespace", "service-b"), "spec",
				Map.of("action", "Create", "sharedGateway", "sample-gateway", "virtualService", untold(manifest),
						"baseline", Map.of("absent", true), "reason", "Why not", "author", Map.of("username", "bob")))),
				GenericKubernetesResource.class);
		this.stage.portal();
		try (KubernetesClient bob = new KubernetesClientBuilder().withConfig(this.stage.config("bob")).build()) {
			bob.resource(change).create();
			await().atMost(Duration.ofSeconds(30))
				.untilAsserted(() -> assertThat(conditions(bob.resource(change).get())).contains("Accepted=False"));
			GenericKubernetesResource judged = bob.resource(change).get();
			assertThat(judged.<String>get("status", "phase")).isEqualTo("Pending");
			List<Map<String, Object>> findings = judged.get("status", "findings");
			assertThat(findings).extracting((finding) -> finding.get("code")).contains(poison.code());
		}
		finally {
			this.stage.admin().resource(change).delete();
		}
	}

	private GenericKubernetesResource refusedByEnvoy(Poison poison) {
		long before = this.stage.updates("rejected");
		GenericKubernetesResource stored = this.stage.createPastThePortal(Serialization.asJson(poison.manifest()));
		await().atMost(Duration.ofSeconds(30)).until(() -> this.stage.updates("rejected") > before);
		return stored;
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> untold(Map<String, Object> manifest) {
		((Map<String, Object>) manifest.get("metadata")).remove("namespace");
		return manifest;
	}

	private static List<String> blocking(JsonNode findings) {
		return StreamSupport.stream(findings.spliterator(), false)
			.filter((finding) -> finding.path("severity").asString().equals("Blocking"))
			.map((finding) -> finding.path("code").asString())
			.toList();
	}

	private static List<String> conditions(GenericKubernetesResource change) {
		List<Map<String, Object>> conditions = change.get("status", "conditions");
		return Stream.ofNullable(conditions)
			.flatMap(List::stream)
			.map((condition) -> condition.get("type") + "=" + condition.get("status"))
			.toList();
	}

}
