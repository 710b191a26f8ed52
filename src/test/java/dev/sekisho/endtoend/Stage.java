package dev.sekisho.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.sekisho.testing.PortalProcess;
import dev.sekisho.testing.RenderedChart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The whole product on the real thing: the mesh with the chart installed, three teams
 * with a backend each, and the portal as a process. Started once for all tests of this
 * process, and stopped with it.
 */
final class Stage {

	/** Teams and their namespaces; each has a Service of its own name. */
	static final List<String> TEAMS = List.of("service-a", "service-b", "service-c");

	private static final Path FOLDER = Path.of("target", "endtoend");

	private static final Path RESOURCES = Path.of("src", "test", "resources", "endtoend");

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static @Nullable Stage shared;

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final Mesh mesh;

	private final KubernetesClient admin;

	private @Nullable PortalProcess portal;

	private Stage(Mesh mesh) {
		this.mesh = mesh;
		this.admin = new KubernetesClientBuilder().withConfig(config("admin")).build();
		install();
	}

	/**
	 * Returns the stage, set at the first call; skips the test where the mesh's programs
	 * aren't at hand.
	 * @return the stage
	 */
	static synchronized Stage shared() {
		Stage stage = shared;
		if (stage == null) {
			Mesh mesh = Mesh.start(FOLDER.resolve("cluster"));
			Runtime.getRuntime().addShutdownHook(new Thread(() -> close(mesh)));
			stage = new Stage(mesh);
			shared = stage;
		}
		return stage;
	}

	/** The mesh. */
	Mesh mesh() {
		return this.mesh;
	}

	/** The cluster's administrator, who can write past the portal. */
	KubernetesClient admin() {
		return this.admin;
	}

	/**
	 * Creates a VirtualService past the portal.
	 * @param manifest the VirtualService as YAML or JSON
	 * @return the VirtualService as stored
	 */
	GenericKubernetesResource createPastThePortal(String manifest) {
		return this.admin.resource(Serialization.unmarshal(manifest, GenericKubernetesResource.class)).create();
	}

	/**
	 * Deletes a VirtualService past the portal.
	 * @param object the VirtualService
	 */
	void deletePastThePortal(GenericKubernetesResource object) {
		this.admin.resource(object).delete();
	}

	/**
	 * The portal, started at the first call.
	 * @return the running portal
	 */
	synchronized PortalProcess portal() {
		PortalProcess running = this.portal;
		if (running == null) {
			running = startPortal();
			this.portal = running;
		}
		return running;
	}

	/**
	 * Starts the portal again after it was killed.
	 * @return the running portal
	 */
	synchronized PortalProcess restartPortal() {
		this.portal = null;
		return portal();
	}

	/** How somebody reaches the cluster. */
	Config config(String user) {
		return Config.fromKubeconfig(user, this.mesh.kubeconfig().toFile());
	}

	/**
	 * Calls the portal's REST API.
	 * @param user who calls
	 * @param method the method
	 * @param path the path
	 * @param body the body as JSON, {@code null} for none
	 * @param status the status it must answer with
	 * @return the answer
	 */
	JsonNode call(String user, String method, String path, @Nullable String body, int status) {
		HttpRequest.BodyPublisher content = (body != null) ? HttpRequest.BodyPublishers.ofString(body)
				: HttpRequest.BodyPublishers.noBody();
		HttpResponse<String> response = send(HttpRequest.newBuilder(portal().address().resolve(path))
			.header("Authorization", "Bearer " + config(user).getAutoOAuthToken())
			.header("Content-Type", "application/json")
			.timeout(Duration.ofSeconds(20))
			.method(method, content)
			.build());
		assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
		return JSON.readTree(response.body());
	}

	/**
	 * Asks Envoy for a path of {@code shop.example.com}.
	 * @param path path and query
	 * @return the response
	 */
	HttpResponse<String> throughEnvoy(String path) {
		return send(HttpRequest.newBuilder(URI.create(this.mesh.gateway() + path))
			.header("Host", "shop.example.com")
			.timeout(Duration.ofSeconds(5))
			.build());
	}

	/**
	 * How often Envoy took or refused route tables.
	 * @param verdict {@code success} or {@code rejected}
	 * @return the count since Envoy started
	 */
	long updates(String verdict) {
		String stats = send(
				HttpRequest.newBuilder(URI.create(this.mesh.envoy() + "/stats?filter=rds.*update_" + verdict)).build())
			.body();
		return stats.lines().mapToLong((line) -> Long.parseLong(line.substring(line.lastIndexOf(' ') + 1))).sum();
	}

	HttpResponse<String> send(HttpRequest request) {
		try {
			return this.http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(request.toString(), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static synchronized void close(Mesh mesh) {
		Stage stage = shared;
		if (stage != null && stage.portal != null) {
			stage.portal.kill();
		}
		mesh.close();
	}

	private void install() {
		Stream.concat(Stream.of(RenderedChart.NAMESPACE), TEAMS.stream())
			.forEach((name) -> apply(new NamespaceBuilder().withNewMetadata().withName(name).endMetadata().build()));
		RenderedChart.customResourceDefinitions().forEach(this::apply);
		await().atMost(Duration.ofSeconds(30))
			.ignoreExceptions()
			.untilAsserted(() -> RenderedChart.with(RESOURCES.resolve("values.yaml")).objects().forEach(this::apply));
		RenderedChart.parse(read("platform.yaml")).forEach(this::apply);
		for (String team : TEAMS) {
			String port = String.valueOf(new Backend(team).port());
			RenderedChart.parse(read("team.yaml").replace("@TEAM@", team).replace("@PORT@", port)).forEach(this::apply);
		}
	}

	private void apply(HasMetadata object) {
		this.admin.resource(object).forceConflicts().serverSideApply();
	}

	private PortalProcess startPortal() {
		Config cluster = config("admin");
		return PortalProcess.inCluster(FOLDER, cluster, URI.create(cluster.getMasterUrl()), token(),
				"sekisho.cluster.name=mesh", "sekisho.apply.lease=5s", "sekisho.chain.probe.cidrs=127.0.0.0/8",
				"sekisho.chain.probe.every=1s");
	}

	private String token() {
		return this.admin.serviceAccounts()
			.inNamespace(RenderedChart.NAMESPACE)
			.withName(RenderedChart.RELEASE)
			.tokenRequest(new TokenRequestBuilder().withNewSpec().endSpec().build())
			.getStatus()
			.getToken();
	}

	private static String read(String file) {
		try {
			return Files.readString(RESOURCES.resolve(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
