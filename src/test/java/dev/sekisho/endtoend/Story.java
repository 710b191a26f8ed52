package dev.sekisho.endtoend;

import java.time.Duration;

import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What people do with the portal in a story, through its REST API.
 */
final class Story {

	private final Stage stage;

	Story(Stage stage) {
		this.stage = stage;
	}

	/**
	 * Proposes a change.
	 * @param author who proposes it
	 * @param body draft and reason
	 * @return the change's path
	 */
	String submit(String author, String body) {
		JsonNode change = this.stage.call(author, "POST", "/api/v1/changes", body, 201);
		return "/api/v1/changes/" + change.path("namespace").asString() + "/" + change.path("name").asString();
	}

	/**
	 * Approves a change as it is.
	 * @param change the change's path
	 */
	void approve(String change) {
		JsonNode impact = this.stage.call("sre-carol", "GET", change, null, 200).path("impact");
		this.stage.call("sre-carol", "POST", change + "/reviews", """
				{"verdict": "Approved", "reason": "OK", "impactHash": "%s", "acknowledged": []}"""
			.formatted(impact.path("hash").asString()), 201);
	}

	/**
	 * Waits until a change is in a phase.
	 * @param change the change's path
	 * @param phase the phase
	 */
	void until(String change, String phase) {
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(
					() -> assertThat(this.stage.call("sre-carol", "GET", change, null, 200).path("phase").asString())
						.isEqualTo(phase));
	}

	/**
	 * Has a VirtualService deleted by an approved change.
	 * @param author who proposes it
	 * @param namespace the namespace
	 * @param name the name
	 */
	void remove(String author, String namespace, String name) {
		String draft = """
				"delete": {"namespace": "%s", "name": "%s"}""".formatted(namespace, name);
		JsonNode baseline = this.stage.call(author, "POST", "/api/v1/previews", "{" + draft + "}", 200)
			.path("baseline");
		String change = submit(author, """
				{"reason": "Moved away", %s, "baseline": %s}""".formatted(draft, baseline));
		approve(change);
		until(change, "Applied");
	}

}
