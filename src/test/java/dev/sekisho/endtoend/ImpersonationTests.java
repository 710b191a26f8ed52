package dev.sekisho.endtoend;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.sekisho.testing.ChartCluster;
import dev.sekisho.testing.PortalProcess;
import dev.sekisho.testing.RenderedChart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * A portal that takes tokens of an audience of its own and writes by impersonation, on a
 * real API server with no more rights than the chart gives.
 */
class ImpersonationTests {

	private static final Path FOLDER = Path.of("target", "impersonation").toAbsolutePath();

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final String ROUTE = """
			{"reason": "First", "name": "%s", "route": {"namespace": "service-a", "name": "%1$s", "hosts": ["*"],
			 "matches": [{"path": {"type": "exactAndBelow", "value": "/api/v1/service-a/%1$s"}}],
			 "destinations": [{"service": "service-a", "port": 80}]}}""";

	private static ChartCluster cluster;

	private static PortalProcess portal;

	private final HttpClient http = HttpClient.newHttpClient();

	@BeforeAll
	static void start() throws IOException {
		Files.createDirectories(FOLDER);
		Path policy = Files.writeString(FOLDER.resolve("policy.yaml"), """
				apiVersion: audit.k8s.io/v1
				kind: Policy
				rules:
				- level: Metadata
				  resources: [{group: sekisho.dev}]
				  verbs: [create]
				- level: None
				""");
		cluster = ChartCluster.start(FOLDER.resolve("kube"),
				List.of("--api-audiences=https://kubernetes.default.svc.cluster.local,sekisho",
						"--audit-policy-file=" + policy, "--audit-log-path=" + FOLDER.resolve("audit.log")));
		RenderedChart.with(Path.of("src", "test", "resources", "endtoend", "impersonation-values.yaml"))
			.objects()
			.stream()
			.filter((object) -> object.getMetadata().getName().contains("impersonator"))
			.forEach(cluster::apply);
		cluster.namespace("istio-ingress");
		RenderedChart.parse("""
				apiVersion: networking.istio.io/v1
				kind: Gateway
				metadata: {name: sample-gateway, namespace: istio-ingress}
				spec:
				  selector: {istio: ingressgateway}
				  servers: [{hosts: ["*"], port: {number: 80, name: http, protocol: HTTP}}]
				---
				apiVersion: v1
				kind: Service
				metadata: {name: service-a, namespace: service-a}
				spec: {selector: {app: service-a}, ports: [{name: http, port: 80, targetPort: 8080}]}
				""").forEach(cluster::apply);
		Config config = cluster.config("admin");
		portal = PortalProcess.inCluster(FOLDER, config, URI.create(config.getMasterUrl()), cluster.portalToken(),
				"sekisho.cluster.name=audience", "sekisho.access.audience=sekisho",
				"sekisho.access.impersonation.users=alice,sre-carol,admin", "sekisho.access.impersonation.groups=sre",
				"sekisho.access.impersonation.service-accounts=service-b/deployer");
	}

	@AfterAll
	static void stop() {
		portal.close();
	}

	@Test
	void takesTokensForItsAudienceAndNoOthers() {
		assertThat(status("GET", "/api/v1/gateways", deployer("sekisho"))).isEqualTo(200);
		assertThat(status("GET", "/api/v1/gateways", deployer("vault"))).isEqualTo(401);
		assertThat(status("GET", "/api/v1/gateways", deployer("https://kubernetes.default.svc.cluster.local")))
			.isEqualTo(401);
	}

	@Test
	void actsForNobodyAboveAllRightsAndForNobodyWhoIsNotListed() {
		assertThat(status("GET", "/api/v1/gateways", token("admin"))).isEqualTo(401);
		assertThat(status("GET", "/api/v1/gateways", token("bob"))).isEqualTo(401);
		PageReader browser = new PageReader(portal.address());
		assertThat(browser.signIn(token("admin")).body()).contains("system:masters");
		assertThat(browser.signIn(token("bob")).body()).contains("listed people and service accounts only");
	}

	@Test
	void writesAsTheCallerInTheEyesOfPoliciesAndOfTheAuditLog() {
		GenericKubernetesResource change = submit("written");
		assertThat(change.<String>get("spec", "author", "username")).isEqualTo("alice");
		assertThat(change.getMetadata().getManagedFields()).extracting((fields) -> fields.getManager())
			.contains("sekisho");
		JsonNode event = await().atMost(20, TimeUnit.SECONDS)
			.until(() -> audited("routechanges", "written"), (found) -> !found.isMissingNode());
		assertThat(event.at("/user/username").asString()).isEqualTo(RenderedChart.PORTAL);
		assertThat(event.at("/impersonatedUser/username").asString()).isEqualTo("alice");
		assertThat(event.at("/impersonatedUser/groups").toString()).contains("system:authenticated")
			.doesNotContain("team-orders");

		approve("alice", "written", 403);
		approve("sre-carol", "written", 201);
		await().atMost(30, TimeUnit.SECONDS)
			.untilAsserted(() -> assertThat(read("written").<String>get("status", "phase")).isEqualTo("Applied"));
		assertThat(cluster.as("admin")
			.genericKubernetesResources("sekisho.dev/v1alpha1", "RouteReview")
			.inNamespace(ChartCluster.TEAM)
			.withName(change.getMetadata().getUid())
			.get()
			.<String>get("spec", "reviewer", "username")).isEqualTo("sre-carol");
	}

	@ParameterizedTest
	@CsvSource({ "Impersonate-User,sre-carol", "Impersonate-Group,sre", "Impersonate-Uid,uid-of-sre-carol",
			"Impersonate-Extra-scopes,all", "impersonate-user,sre-carol" })
	void doesNotPassOnWhomARequestWantsToBe(String header, String value) {
		String name = "asked-" + header.toLowerCase(java.util.Locale.ROOT) + "-" + header.charAt(0)
				+ System.nanoTime() % 1000;
		String lower = name.toLowerCase(java.util.Locale.ROOT);
		HttpResponse<String> answer = send("POST", "/api/v1/changes", token("alice"), ROUTE.formatted(lower), header,
				value);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
		assertThat(read(lower).<String>get("spec", "author", "username")).isEqualTo("alice");
		assertThat(send("POST", "/api/v1/changes/service-a/" + lower + "/reviews", token("alice"), """
				{"verdict": "Approved", "reason": "", "impactHash": "v1:sha256:0", "acknowledged": []}""", header,
				value)
			.statusCode()).isEqualTo(403);
	}

	@ParameterizedTest
	@ValueSource(strings = { "system:kube-controller-manager", "system:masters", "bob", "sre-dan" })
	void hasNoRightToBeAnybodyElse(String somebody) {
		assertThatThrownBy(() -> portalAs(somebody, new String[0]).namespaces().list())
			.hasMessageContaining("cannot impersonate resource");
		assertThatThrownBy(() -> portalAs("alice", new String[] { "system:masters" }).namespaces().list())
			.hasMessageContaining("cannot impersonate resource");
	}

	@Test
	void saysWhichWayItWrites() {
		PageReader browser = new PageReader(portal.address());
		browser.signIn(token("alice"));
		assertThat(browser.get("/account").body()).contains("By impersonation", "<code>sekisho</code>",
				"propose as one and approve as another");
	}

	private GenericKubernetesResource submit(String name) {
		HttpResponse<String> answer = send("POST", "/api/v1/changes", token("alice"), ROUTE.formatted(name), "X-Any",
				"1");
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
		await().atMost(20, TimeUnit.SECONDS).until(() -> String.valueOf(read(name)).contains("Accepted"));
		return read(name);
	}

	private void approve(String who, String change, int expected) {
		String path = "/api/v1/changes/service-a/" + change;
		String hash = JSON.readTree(send("GET", path, token(who), "", "X-Any", "1").body())
			.at("/impact/hash")
			.asString();
		assertThat(send("POST", path + "/reviews", token(who), """
				{"verdict": "Approved", "reason": "OK", "impactHash": "%s", "acknowledged": []}""".formatted(hash),
				"X-Any", "1")
			.statusCode()).isEqualTo(expected);
	}

	private static GenericKubernetesResource read(String change) {
		return cluster.as("admin")
			.genericKubernetesResources("sekisho.dev/v1alpha1", "RouteChange")
			.inNamespace(ChartCluster.TEAM)
			.withName(change)
			.get();
	}

	private static JsonNode audited(String resource, String name) throws IOException {
		return Files.readAllLines(FOLDER.resolve("audit.log"))
			.stream()
			.map(JSON::readTree)
			.filter((event) -> event.at("/objectRef/resource").asString().equals(resource)
					&& event.at("/objectRef/name").asString().equals(name)
					&& event.at("/stage").asString().equals("ResponseComplete"))
			.reduce((earlier, later) -> later)
			.orElse(JSON.missingNode());
	}

	private static KubernetesClient portalAs(String user, String[] groups) {
		Config config = new ConfigBuilder(cluster.config("admin")).withAutoOAuthToken(cluster.portalToken())
			.withImpersonateUsername(user)
			.withImpersonateGroups(groups)
			.build();
		return new KubernetesClientBuilder().withConfig(config).build();
	}

	private static String deployer(String audience) {
		cluster.apply(new ServiceAccountBuilder().withNewMetadata()
			.withNamespace("service-b")
			.withName("deployer")
			.endMetadata()
			.build());
		return cluster.as("admin")
			.serviceAccounts()
			.inNamespace("service-b")
			.withName("deployer")
			.tokenRequest(new TokenRequestBuilder().withNewSpec().withAudiences(audience).endSpec().build())
			.getStatus()
			.getToken();
	}

	private static String token(String user) {
		return cluster.config(user).getAutoOAuthToken();
	}

	private int status(String method, String path, String token) {
		return send(method, path, token, "", "X-Any", "1").statusCode();
	}

	private HttpResponse<String> send(String method, String path, String token, String body, String header,
			String value) {
		HttpRequest request = HttpRequest.newBuilder(URI.create(portal.address() + path))
			.header("Authorization", "Bearer " + token)
			.header("Content-Type", "application/json")
			.header(header, value)
			.method(method, HttpRequest.BodyPublishers.ofString(body))
			.build();
		return this.http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join();
	}

}
