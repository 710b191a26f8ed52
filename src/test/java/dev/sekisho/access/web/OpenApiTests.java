package dev.sekisho.access.web;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The description of the REST API says of every call what it does, how it fails, and what
 * an answer looks like: as the sandbox really answers. Examples are written anew with
 * {@code -Dsekisho.docs.write=true}.
 */
@RunningPortal
@DirtiesContext
class OpenApiTests {

	private static final JsonMapper JSON = new JsonMapper();

	private static final ObjectWriter PRETTY = JSON.writer().with(SerializationFeature.INDENT_OUTPUT);

	private static final Path EXAMPLES = Path.of("src", "main", "resources", "openapi");

	private final Browser alice;

	private final Browser carol;

	private final JsonNode description;

	OpenApiTests(@LocalServerPort int port) {
		this.alice = new Browser(port).header("Authorization", "Bearer sandbox-alice").header("Accept-Language", "en");
		this.carol = new Browser(port).header("Authorization", "Bearer sandbox-carol").header("Accept-Language", "en");
		this.description = JSON.readTree(this.alice.get("/openapi.json").body());
	}

	@Test
	void saysOfEveryCallWhatItDoesAndHowItFails() {
		operations().forEach((name, operation) -> {
			assertThat(operation.path("summary").asString("")).as(name).isNotBlank();
			assertThat(operation.path("description").asString("")).as(name).isNotBlank();
			assertThat(operation.path("tags").path(0).asString("")).as(name).matches("[A-Z][a-z]+");
			JsonNode responses = operation.path("responses");
			assertThat(responses.propertyNames()).as(name)
				.contains("401", "503")
				.anyMatch((code) -> code.startsWith("2"));
			responses.properties().forEach((response) -> {
				assertThat(response.getValue().path("description").asString("")).as(name)
					.isNotBlank()
					.isNotEqualTo("OK");
				if (response.getKey().matches("[45].*")) {
					assertThat(response.getValue().path("content").propertyNames()).as(name)
						.containsExactly("application/problem+json");
				}
			});
		});
	}

	@Test
	void givesEveryCallAnExampleAndEveryBodyToo() {
		operations().forEach((name, operation) -> {
			JsonNode responses = operation.path("responses");
			JsonNode ok = responses.has("201") ? responses.path("201") : responses.path("200");
			ok.path("content")
				.forEach((type) -> assertThat(type.has("example") || type.has("examples")).as(name).isTrue());
			assertThat(ok.path("content").isEmpty()).as(name).isFalse();
			if (operation.has("requestBody")) {
				assertThat(operation.path("requestBody").path("content").path("application/json").toString()).as(name)
					.contains("schema");
			}
		});
		assertThat(this.description.path("components").path("securitySchemes").path("token").path("scheme").asString())
			.isEqualTo("bearer");
		assertThat(this.description.path("info").path("title").asString()).isEqualTo("Sekisho");
	}

	@Test
	void answersAsTheExamplesSay() throws IOException {
		String body = this.description.path("paths")
			.path("/api/v1/changes")
			.path("post")
			.path("requestBody")
			.path("content")
			.path("application/json")
			.path("example")
			.toString();
		for (String gateway : List.of("", "/{name}/routes?size=2", "/{name}/map?size=2", "/{name}/order",
				"/{name}/writers")) {
			checked("GET", "/gateways" + gateway.replaceFirst("\\?.*", ""),
					this.carol.get("/api/v1/gateways" + gateway.replace("{name}", "sample-gateway")));
		}
		checked("GET", "/namespaces", this.alice.get("/api/v1/namespaces"));
		checked("GET", "/namespaces/{namespace}/services", this.alice.get("/api/v1/namespaces/orders/services"));
		checked("GET", "/chains/{namespace}/{virtualService}",
				this.alice.get("/api/v1/chains/orders/orders-virtual-service"));
		checked("GET", "/chains", this.alice.get("/api/v1/chains?url=https://api.example.com/api/v1/orders/1"));
		checked("POST", "/simulations", this.carol.send("POST", "/api/v1/simulations", "application/json",
				"{\"method\": \"GET\", \"url\": \"https://api.example.com/api/v1/orders/1\"}"));
		checked("POST", "/previews", this.alice.send("POST", "/api/v1/previews", "application/json", body));
		HttpResponse<String> sent = this.alice.send("POST", "/api/v1/changes", "application/json", body);
		checked("POST", "/changes", sent);
		String change = sent.headers().firstValue("Location").orElseThrow();
		// Once the reconciler has looked at it, there are conditions.
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> this.alice.get(change).body().contains("\"Accepted\""));
		JsonNode opened = checked("GET", "/changes/{namespace}/{name}", this.alice.get(change));
		checked("GET", "/changes", this.alice.get("/api/v1/changes?namespace=orders"));
		checked("POST", "/changes/{namespace}/{name}/reviews",
				this.carol.send("POST", change + "/reviews", "application/json",
						"""
								{"verdict": "Rejected", "reason": "Another path, please", "impactHash": "%s", "acknowledged": []}"""
							.formatted(opened.path("impact").path("hash").asString())));
	}

	private static JsonNode checked(String method, String path, HttpResponse<String> answer) throws IOException {
		assertThat(answer.statusCode()).as(method + " " + path + ": " + answer.body()).isBetween(200, 201);
		JsonNode actual = JSON.readTree(answer.body());
		String words = path.substring(1).replaceAll("[{}]", "").replace('/', '-');
		Path file = EXAMPLES.resolve(method.toLowerCase(Locale.ROOT) + "-" + words + ".json");
		if (Boolean.getBoolean("sekisho.docs.write")) {
			Files.createDirectories(EXAMPLES);
			Files.writeString(file, PRETTY.writeValueAsString(actual) + "\n");
		}
		assertThat(file).exists();
		assertThat(fields(JSON.readTree(Files.readString(file)))).as(file.toString()).isEqualTo(fields(actual));
		return actual;
	}

	private Map<String, JsonNode> operations() {
		Map<String, JsonNode> operations = new LinkedHashMap<>();
		this.description.path("paths")
			.properties()
			.forEach((path) -> path.getValue()
				.properties()
				.forEach((method) -> operations.put(method.getKey() + " " + path.getKey(), method.getValue())));
		assertThat(operations).hasSizeGreaterThan(10);
		return operations;
	}

	private static Set<String> fields(JsonNode node) {
		Set<String> fields = new TreeSet<>();
		collect("", node, fields);
		return fields;
	}

	private static void collect(String path, JsonNode node, Set<String> fields) {
		List<Map.Entry<String, JsonNode>> children = new ArrayList<>();
		node.properties().forEach((child) -> children.add(Map.entry("." + child.getKey(), child.getValue())));
		if (node.isArray()) {
			node.forEach((child) -> children.add(Map.entry("[]", child)));
		}
		children.forEach((child) -> {
			fields.add(path + child.getKey());
			collect(path + child.getKey(), child.getValue(), fields);
		});
	}

}
