package dev.sekisho.endtoend;

import java.time.Duration;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The story on the real thing: a route is proposed, approved and applied through the
 * portal, and a request that got 404 from Envoy before reaches the team's backend.
 */
class RealClusterStoryTests {

	private static Stage stage;

	private static Story story;

	@BeforeAll
	static void setTheStage() {
		stage = Stage.shared();
		story = new Story(stage);
	}

	@Test
	void anApprovedRouteIsServedByEnvoyAndADeletedOneIsNot() {
		String path = "/api/v1/service-a/items/1?page=2";
		await().atMost(Duration.ofSeconds(30))
			.ignoreExceptions()
			.until(() -> stage.throughEnvoy(path).statusCode() == 404);

		String change = story.submit("alice", """
				{"reason": "First release", "route": {"namespace": "service-a", "name": "service-a-virtual-service",
				 "hosts": ["*"], "matches": [{"path": {"type": "exactAndBelow", "value": "/api/v1/service-a"}}],
				 "destinations": [{"service": "service-a", "port": 80}]}}""");
		assertThat(stage.throughEnvoy(path).statusCode()).isEqualTo(404);
		story.approve(change);
		story.until(change, "Applied");
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(stage.throughEnvoy(path).body()).isEqualTo("service-a " + path));
		assertThat(stage.throughEnvoy("/api/v1/service-ab").statusCode()).isEqualTo(404);
		theEngineAgreesWithEnvoy(path);

		story.remove("alice", "service-a", "service-a-virtual-service");
		await().atMost(Duration.ofSeconds(30)).until(() -> stage.throughEnvoy(path).statusCode() == 404);
	}

	private static void theEngineAgreesWithEnvoy(String path) {
		JsonNode answer = stage
			.call("alice", "POST", "/api/v1/simulations",
					"""
							{"gateway": "sample-gateway", "method": "GET", "url": "http://shop.example.com%s"}"""
						.formatted(path),
					200)
			.path("answer");
		assertThat(answer.path("status").asInt()).isEqualTo(200);
		assertThat(answer.path("virtualService").path("name").asString()).isEqualTo("service-a-virtual-service");
		assertThat(answer.path("upstreamPath").asString()).isEqualTo(path);
	}

}
