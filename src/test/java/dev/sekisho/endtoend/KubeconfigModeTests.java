package dev.sekisho.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import dev.sekisho.endtoend.PageReader.Answer;
import dev.sekisho.testing.PortalProcess;
import dev.sekisho.testing.RealApiServer;
import dev.sekisho.testing.RenderedChart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The portal on a laptop, on a real API server that has never heard of Sekisho, as
 * somebody who may read some kinds and not others, and write nothing.
 */
class KubeconfigModeTests {

	private static final Path FOLDER = Path.of("target", "kube-laptop");

	private static final String DRAFT = """
			{"route": {"namespace": "orders", "name": "returns", "hosts": ["*"],
			  "matches": [{"path": {"type": "exactAndBelow", "value": "/api/v1/orders"}}],
			  "destinations": [{"service": "orders", "port": 80}]}%s}""";

	private static PortalProcess portal;

	private static PageReader page;

	@BeforeAll
	static void startOnAClusterWithoutSekisho() {
		Path kubeconfig = RealApiServer.start(FOLDER);
		try (KubernetesClient admin = new KubernetesClientBuilder()
			.withConfig(Config.fromKubeconfig("admin", kubeconfig.toFile()))
			.build()) {
			fill(admin);
		}
		portal = PortalProcess.start(FOLDER.resolve("portal.log"), Map.of(), "sekisho.cluster.mode=kubeconfig",
				"sekisho.cluster.context=alice", "sekisho.cluster.kubeconfig=" + kubeconfig,
				"server.address=127.0.0.1");
		page = new PageReader(portal.address());
		await().atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(page.get("/routes").body()).contains("/api/v1/orders"));
	}

	private static void fill(KubernetesClient admin) {
		RenderedChart.parse("""
				apiVersion: v1
				kind: Namespace
				metadata: {name: istio-ingress}
				---
				apiVersion: v1
				kind: Namespace
				metadata: {name: orders}
				---
				apiVersion: networking.istio.io/v1
				kind: Gateway
				metadata: {name: front, namespace: istio-ingress}
				spec:
				  selector: {istio: ingressgateway}
				  servers: [{hosts: ["*"], port: {number: 80, name: http, protocol: HTTP}}]
				---
				apiVersion: v1
				kind: Service
				metadata: {name: orders, namespace: orders}
				spec: {selector: {app: orders}, ports: [{name: http, port: 80, targetPort: 8080}]}
				---
				apiVersion: networking.istio.io/v1
				kind: VirtualService
				metadata: {name: orders, namespace: orders}
				spec:
				  hosts: ["*"]
				  gateways: [istio-ingress/front]
				  http:
				  - match: [{uri: {prefix: /api/v1/orders}}]
				    route: [{destination: {host: orders.orders.svc.cluster.local, port: {number: 80}}}]
				""").forEach((object) -> admin.resource(object).serverSideApply());
		admin
			.resource(new ClusterRoleBuilder().withNewMetadata()
				.withName("reads-some")
				.endMetadata()
				.addNewRule()
				.withApiGroups("networking.istio.io")
				.withResources("gateways", "virtualservices", "destinationrules", "serviceentries")
				.withVerbs("get", "list", "watch")
				.endRule()
				.addNewRule()
				.withApiGroups("")
				.withResources("namespaces", "services")
				.withVerbs("get", "list", "watch")
				.endRule()
				.build())
			.serverSideApply();
		admin
			.resource(new ClusterRoleBindingBuilder().withNewMetadata()
				.withName("reads-some")
				.endMetadata()
				.withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", "reads-some")
				.addNewSubject("rbac.authorization.k8s.io", "User", "alice", null)
				.build())
			.serverSideApply();
	}

	@AfterAll
	static void stop() {
		if (portal != null) {
			portal.close();
		}
	}

	@Test
	void showsTheRoutesWithoutSignInAndSaysWhoLooks() {
		Answer answer = page.get("/routes");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.body()).contains("orders/orders", "alice");
		assertThat(page.get("/gateways/front").body()).contains("istio-ingress/front");
	}

	@Test
	void saysWhatIsNotVisibleInsteadOfCallingItMissing() {
		Answer answer = page.get("/chains/orders/orders");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.body()).contains("may not", "EndpointSlices").doesNotContain("data-state=\"down\"");
	}

	@Test
	void triesUrlsAndPreviewsDrafts() {
		assertThat(page.get("/try?url=/api/v1/orders/1").body()).contains("orders/orders");
		HttpResponse<String> preview = post("/api/v1/previews", DRAFT.formatted(""));
		assertThat(preview.statusCode()).as(preview.body()).isEqualTo(200);
		assertThat(preview.body()).contains("\"prefix\":\"/api/v1/orders/\"", "\"findings\"");
	}

	@Test
	void writesNothingAndSaysWhy() {
		HttpResponse<String> change = post("/api/v1/changes", DRAFT.formatted(", \"reason\": \"Try\""));
		assertThat(change.statusCode()).as(change.body()).isBetween(403, 422);
		assertThat(change.body()).contains("\"detail\"");
		assertThat(page.get("/changes").status()).isEqualTo(200);
		assertThat(page.get("/reviews").status()).isEqualTo(200);
		assertThat(page.get("/register").status()).isEqualTo(200);
	}

	private static HttpResponse<String> post(String path, String body) {
		HttpRequest request = HttpRequest.newBuilder(URI.create(portal.address() + path))
			.header("Content-Type", "application/json")
			.header("Sec-Fetch-Site", "same-origin")
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build();
		try {
			return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
