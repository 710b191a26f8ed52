package dev.sekisho.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.Config;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.sekisho.testing.ChartCluster;
import dev.sekisho.testing.FaultyApiServer;
import dev.sekisho.testing.FaultyNetwork;
import dev.sekisho.testing.PortalProcess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The portal behind a {@link FaultyApiServer}, and a VirtualService of bob's to change:
 * by a timeout, so that no traffic moves.
 */
final class FaultStage implements AutoCloseable {

	/** Bob's namespace. */
	static final String NAMESPACE = "service-b";

	private static final String NAME = "faults";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final ChartCluster cluster = ChartCluster.shared();

	private final FaultyApiServer server;

	private final FaultyNetwork network;

	private final Path folder;

	private PortalProcess portal;

	private int rounds;

	FaultStage(Path folder) {
		this.folder = folder;
		FaultWorld.install(this.cluster, NAMESPACE, NAME);
		this.server = new FaultyApiServer(this.cluster.config("admin"), this.cluster.portalToken());
		try {
			this.network = FaultyNetwork.before(this.server.address());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.portal = start("portal");
	}

	ChartCluster cluster() {
		return this.cluster;
	}

	FaultyApiServer server() {
		return this.server;
	}

	/** What lies between the portal and that server. */
	FaultyNetwork network() {
		return this.network;
	}

	PortalProcess portal() {
		return this.portal;
	}

	/** No more faults. */
	void heal() {
		this.server.heal();
		this.network.heal();
	}

	/** A browser in which somebody is signed in. */
	PageReader reader(String user) {
		PageReader reader = new PageReader(this.portal.address());
		assertThat(reader.signIn(this.cluster.config(user).getAutoOAuthToken()).status()).isEqualTo(302);
		return reader;
	}

	/** Waits until pages show the present again. */
	void awaitLive(PageReader reader) {
		await().atMost(Duration.ofSeconds(60))
			.untilAsserted(() -> assertThat(reader.get("/routes").body()).contains("data-state=\"live\""));
	}

	void restart() {
		this.portal = start("portal");
	}

	/** Starts one more replica. */
	PortalProcess start(String name) {
		Config config = this.server.trusting();
		return PortalProcess.inCluster(this.folder.resolve(name), config,
				URI.create("https://127.0.0.1:" + this.network.port()), this.server.portalToken(),
				"sekisho.cluster.name=faults", "sekisho.apply.lease=6s");
	}

	/** Has bob propose another timeout, and waits until the portal has looked at it. */
	String propose() {
		String draft = """
				"route": {"namespace": "service-b", "name": "faults", "hosts": ["*"], "timeout": "%ds",
				 "matches": [{"path": {"type": "exactAndBelow", "value": "/api/v1/service-b"}}],
				 "destinations": [{"service": "service-b", "port": 80}]}""".formatted(++this.rounds);
		JsonNode preview = call("bob", "POST", "/api/v1/previews", "{" + draft + "}", 200);
		JsonNode change = call("bob", "POST", "/api/v1/changes", """
				{"reason": "Round", %s, "baseline": %s}""".formatted(draft, preview.path("baseline")), 201);
		String name = change.path("name").asString();
		await().atMost(Duration.ofSeconds(20)).until(() -> String.valueOf(change(name)).contains("Accepted"));
		return name;
	}

	/** Has carol approve a change. */
	void approve(String change) {
		approve(NAMESPACE, change);
	}

	/** Has carol approve a change of any namespace. */
	void approve(String namespace, String change) {
		String path = "/api/v1/changes/" + namespace + "/" + change;
		JsonNode impact = call("sre-carol", "GET", path, null, 200).path("impact");
		call("sre-carol", "POST", path + "/reviews", """
				{"verdict": "Approved", "reason": "OK", "impactHash": "%s", "acknowledged": []}"""
			.formatted(impact.path("hash").asString()), 201);
	}

	/** The reviews of a change that the API server holds. */
	List<GenericKubernetesResource> reviews(String change) {
		return this.cluster.as("admin")
			.genericKubernetesResources("sekisho.dev/v1alpha1", "RouteReview")
			.inNamespace(NAMESPACE)
			.list()
			.getItems()
			.stream()
			.filter((review) -> change.equals(review.get("spec", "change", "name")))
			.toList();
	}

	String phase(String change) {
		return String.valueOf(change(change).<Object>get("status", "phase"));
	}

	void until(String change, String phase, Duration atMost) {
		await().atMost(atMost).untilAsserted(() -> assertThat(phase(change)).isEqualTo(phase));
	}

	GenericKubernetesResource change(String name) {
		return read("sekisho.dev/v1alpha1", "RouteChange", name);
	}

	GenericKubernetesResource virtualService() {
		return read("networking.istio.io/v1", "VirtualService", NAME);
	}

	/** The timeout that the change proposed last would set. */
	String timeout() {
		return this.rounds + "s";
	}

	private GenericKubernetesResource read(String version, String kind, String name) {
		return this.cluster.as("admin")
			.genericKubernetesResources(version, kind)
			.inNamespace(NAMESPACE)
			.withName(name)
			.get();
	}

	/** Calls the portal's REST API; the answer must have the status given. */
	JsonNode call(String user, String method, String path, @Nullable String body, int status) {
		HttpRequest.BodyPublisher content = (body != null) ? HttpRequest.BodyPublishers.ofString(body)
				: HttpRequest.BodyPublishers.noBody();
		try {
			HttpResponse<String> response = this.http
				.send(HttpRequest.newBuilder(URI.create(this.portal.address() + path))
					.header("Authorization", "Bearer " + this.cluster.config(user).getAutoOAuthToken())
					.header("Content-Type", "application/json")
					.timeout(Duration.ofSeconds(20))
					.method(method, content)
					.build(), HttpResponse.BodyHandlers.ofString());
			assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
			return JSON.readTree(response.body());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		heal();
		this.portal.kill();
		this.network.close();
		this.server.close();
	}

}
