package dev.sekisho.endtoend;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.sekisho.testing.PortalProcess;
import dev.sekisho.testing.RenderedChart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The story on the real thing: a route is proposed, approved and applied through the
 * portal, and a request that got 404 from Envoy before reaches the team's backend.
 */
class RealClusterStoryTests {

	private static final Path FOLDER = Path.of("target", "endtoend");

	private static final Path RESOURCES = Path.of("src", "test", "resources", "endtoend");

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private static Mesh mesh;

	private static Backend backend;

	private static PortalProcess portal;

	@BeforeAll
	static void startEverything() throws IOException {
		mesh = Mesh.start(FOLDER.resolve("cluster"));
		backend = new Backend("service-a");
		try (KubernetesClient admin = client("admin")) {
			install(admin);
			portal = startPortal(admin);
		}
	}

	@AfterAll
	static void stopEverything() {
		Optional.ofNullable(portal).ifPresent(PortalProcess::close);
		Optional.ofNullable(backend).ifPresent(Backend::close);
		Optional.ofNullable(mesh).ifPresent(Mesh::close);
	}

	@Test
	void anApprovedRouteIsServedByEnvoyAndADeletedOneIsNot() throws Exception {
		String path = "/api/v1/service-a/items/1?page=2";
		await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> throughEnvoy(path).statusCode() == 404);

		String change = submit("""
				{"reason": "First release", "route": {"namespace": "service-a", "name": "service-a-virtual-service",
				 "hosts": ["*"], "matches": [{"path": {"type": "exactAndBelow", "value": "/api/v1/service-a"}}],
				 "destinations": [{"service": "service-a", "port": 80}]}}""");
		assertThat(throughEnvoy(path).statusCode()).isEqualTo(404);
		approve(change);
		until(change, "Applied");
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(throughEnvoy(path).body()).isEqualTo("service-a " + path));
		assertThat(throughEnvoy("/api/v1/service-ab").statusCode()).isEqualTo(404);
		theEngineAgreesWithEnvoy(path);

		String removal = submit("""
				{"reason": "Moved away", "delete": {"namespace": "service-a", "name": "service-a-virtual-service"},
				 "baseline": %s}""".formatted(baseline()));
		approve(removal);
		until(removal, "Applied");
		await().atMost(Duration.ofSeconds(30)).until(() -> throughEnvoy(path).statusCode() == 404);
	}

	private static void theEngineAgreesWithEnvoy(String path) {
		JsonNode answer = call("alice", "POST", "/api/v1/simulations", """
				{"gateway": "sample-gateway", "method": "GET", "url": "http://shop.example.com%s"}""".formatted(path),
				200)
			.path("answer");
		assertThat(answer.path("status").asInt()).isEqualTo(200);
		assertThat(answer.path("virtualService").path("name").asString()).isEqualTo("service-a-virtual-service");
		assertThat(answer.path("upstreamPath").asString()).isEqualTo(path);
	}

	private static String baseline() {
		return call("alice", "POST", "/api/v1/previews", """
				{"delete": {"namespace": "service-a", "name": "service-a-virtual-service"}}""", 200).path("baseline")
			.toString();
	}

	private static String submit(String body) {
		JsonNode change = call("alice", "POST", "/api/v1/changes", body, 201);
		return "/api/v1/changes/service-a/" + change.path("name").asString();
	}

	private static void approve(String change) {
		JsonNode impact = call("sre-carol", "GET", change, null, 200).path("impact");
		call("sre-carol", "POST", change + "/reviews", """
				{"verdict": "Approved", "reason": "OK", "impactHash": "%s", "acknowledged": []}"""
			.formatted(impact.path("hash").asString()), 201);
	}

	private static void until(String change, String phase) {
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(call("alice", "GET", change, null, 200).path("phase").asString())
				.isEqualTo(phase));
	}

	private static HttpResponse<String> throughEnvoy(String path) throws IOException, InterruptedException {
		return HTTP.send(HttpRequest.newBuilder(URI.create(mesh.gateway() + path))
			.header("Host", "shop.example.com")
			.timeout(Duration.ofSeconds(5))
			.build(), HttpResponse.BodyHandlers.ofString());
	}

	private static JsonNode call(String user, String method, String path, String body, int status) {
		HttpRequest.BodyPublisher content = (body != null) ? HttpRequest.BodyPublishers.ofString(body)
				: HttpRequest.BodyPublishers.noBody();
		try {
			HttpResponse<String> response = HTTP.send(HttpRequest.newBuilder(portal.address().resolve(path))
				.header("Authorization", "Bearer " + config(user).getAutoOAuthToken())
				.header("Content-Type", "application/json")
				.timeout(Duration.ofSeconds(20))
				.method(method, content)
				.build(), HttpResponse.BodyHandlers.ofString());
			assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
			return JSON.readTree(response.body());
		}
		catch (IOException ex) {
			throw new AssertionError(portal.log(), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static void install(KubernetesClient admin) throws IOException {
		for (String namespace : new String[] { RenderedChart.NAMESPACE, "service-a" }) {
			apply(admin, new NamespaceBuilder().withNewMetadata().withName(namespace).endMetadata().build());
		}
		RenderedChart.customResourceDefinitions().forEach((object) -> apply(admin, object));
		await().atMost(Duration.ofSeconds(30)).ignoreExceptions().untilAsserted(() -> {
			for (GenericKubernetesResource object : RenderedChart.with(RESOURCES.resolve("values.yaml")).objects()) {
				apply(admin, object);
			}
		});
		String platform = Files.readString(RESOURCES.resolve("platform.yaml"))
			.replace("@PORT@", String.valueOf(backend.port()));
		RenderedChart.parse(platform).forEach((object) -> apply(admin, object));
	}

	private static void apply(KubernetesClient admin, HasMetadata object) {
		admin.resource(object).forceConflicts().serverSideApply();
	}

	private static PortalProcess startPortal(KubernetesClient admin) throws IOException {
		Path account = Files.createDirectories(FOLDER.resolve("service-account"));
		String token = admin.serviceAccounts()
			.inNamespace(RenderedChart.NAMESPACE)
			.withName(RenderedChart.RELEASE)
			.tokenRequest(new TokenRequestBuilder().withNewSpec().endSpec().build())
			.getStatus()
			.getToken();
		Files.writeString(account.resolve("token"), token);
		Files.writeString(account.resolve("ca.crt"), authority(config("admin")));
		URI server = URI.create(config("admin").getMasterUrl());
		return PortalProcess.start(FOLDER.resolve("portal.log"),
				Map.of("KUBERNETES_SERVICE_HOST", server.getHost(), "KUBERNETES_SERVICE_PORT",
						String.valueOf(server.getPort())),
				"sekisho.cluster.mode=in-cluster", "sekisho.cluster.name=mesh",
				"sekisho.cluster.service-account=" + account, "server.address=127.0.0.1");
	}

	private static String authority(Config config) throws IOException {
		String data = config.getCaCertData();
		return (data != null)
				? new String(java.util.Base64.getDecoder().decode(data), java.nio.charset.StandardCharsets.US_ASCII)
				: Files.readString(Path.of(config.getCaCertFile()));
	}

	private static KubernetesClient client(String user) {
		return new KubernetesClientBuilder().withConfig(config(user)).build();
	}

	private static Config config(String user) {
		return Config.fromKubeconfig(user, mesh.kubeconfig().toFile());
	}

}
