package dev.sekisho.chart;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.utils.Serialization;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.sekisho.testing.ChartCluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * Goes past the portal on a real API server, by users who have every right that RBAC can
 * give: in a namespace that enforces the guard, and in one that doesn't.
 */
class GuardPolicyTests {

	private static final String ENFORCED = "guarded";

	private static final String WARNED = "warned";

	private static ChartCluster cluster;

	@BeforeAll
	static void makeNamespaces() {
		cluster = ChartCluster.shared();
		List.of(ENFORCED, "istio-ingress")
			.forEach((name) -> cluster.apply(new NamespaceBuilder().withNewMetadata()
				.withName(name)
				.addToLabels("sekisho.dev/guard", "enforce")
				.endMetadata()
				.build()));
		cluster.namespace(WARNED);
		List.of(ENFORCED, WARNED, "istio-ingress")
			.forEach((name) -> cluster.apply(new RoleBindingBuilder().withNewMetadata()
				.withNamespace(name)
				.withName("every-right")
				.endMetadata()
				.withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", "cluster-admin")
				.addNewSubject("rbac.authorization.k8s.io", "User", "alice", null)
				.build()));
		await().atMost(Duration.ofSeconds(30))
			.pollInterval(200, TimeUnit.MILLISECONDS)
			.ignoreExceptions()
			.untilAsserted(() -> {
				denied(() -> in("alice", virtualService("istio-ingress/sample-gateway")).dryRun().create());
				denied(() -> in("alice", gateway("{istio: ingressgateway}")).dryRun().create());
				denied(() -> in("alice", ingress("istio-ingressgateway")).dryRun().create());
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "istio-ingress/sample-gateway", "sample-gateway.istio-ingress",
			"sample-gateway.istio-ingress.svc.cluster.local" })
	void deniesAVirtualServiceOnASharedGatewayInAnySpelling(String reference) {
		denied(() -> in("alice", virtualService(reference)).create())
			.hasMessageContaining("VirtualServices on the shared gateway sample-gateway are written by Sekisho");
		denied(() -> in("alice", virtualService("another/gateway", reference)).create());
		assertThatThrownBy(() -> in("admin", virtualService(reference)).create())
			.hasMessageContaining("sekisho-guard-virtualservices");
	}

	@ParameterizedTest
	@ValueSource(strings = { "sample-gateway", "./sample-gateway" })
	void readsAShortNameInTheVirtualServicesOwnNamespace(String reference) {
		GenericKubernetesResource virtualService = virtualService(reference);
		virtualService.getMetadata().setNamespace("istio-ingress");
		denied(() -> in("alice", virtualService).create());
		assertThatCode(() -> in("alice", virtualService(reference)).dryRun().create()).doesNotThrowAnyException();
	}

	@Test
	void deniesToMoveAVirtualServiceOntoASharedGatewayAndOffIt() {
		GenericKubernetesResource elsewhere = in("alice", virtualService("another/gateway")).create();
		denied(() -> in("alice", elsewhere)
			.edit((object) -> with(object, List.of("istio-ingress/sample-gateway"), "gateways")));
		GenericKubernetesResource shared = portal(virtualService("istio-ingress/sample-gateway")).create();
		denied(() -> in("alice", shared).edit((object) -> with(object, List.of("another/gateway"), "gateways")));
		denied(() -> in("alice", shared).edit((object) -> with(object, List.of("else.example.com"), "hosts")));
		denied(() -> in("alice", shared).delete());
		assertThatCode(() -> portal(shared).delete()).doesNotThrowAnyException();
	}

	@Test
	void deniesAnOlderVersionOfTheApiToo() {
		GenericKubernetesResource old = virtualService("istio-ingress/sample-gateway");
		old.setApiVersion("networking.istio.io/v1beta1");
		denied(() -> in("alice", old).create());
	}

	@Test
	void deniesAMoveByAPatchAndByServerSideApply() {
		GenericKubernetesResource shared = portal(virtualService("istio-ingress/sample-gateway")).create();
		shared.getMetadata().setManagedFields(null);
		with(shared, List.of("else.example.com"), "hosts");
		denied(() -> in("alice", shared).forceConflicts().serverSideApply());
	}

	@Test
	void leavesVirtualServicesOnOtherGatewaysAlone() {
		assertThatCode(() -> in("alice", virtualService("mesh")).create()).doesNotThrowAnyException();
		assertThatCode(() -> in("alice", virtualService("another/sample-gateway")).create()).doesNotThrowAnyException();
	}

	@Test
	void warnsWhereANamespaceDoesNotEnforce() throws Exception {
		GenericKubernetesResource virtualService = virtualService("istio-ingress/sample-gateway");
		virtualService.getMetadata().setNamespace(WARNED);
		assertThat(warnings("apis/networking.istio.io/v1/namespaces/" + WARNED + "/virtualservices", virtualService))
			.anySatisfy((warning) -> assertThat(warning).contains("sekisho-guard-virtualservices")
				.contains("are written by Sekisho"));
	}

	@Test
	void letsListedWritersPass() {
		GenericKubernetesResource virtualService = virtualService("istio-ingress/sample-gateway");
		String argo = "system:serviceaccount:argocd:argocd-application-controller";
		assertThatCode(() -> as(argo, List.of(), virtualService).create()).doesNotThrowAnyException();
		assertThatCode(() -> as("erin", List.of("break-glass"), virtualService).delete()).doesNotThrowAnyException();
	}

	@Test
	void letsAnEndingNamespaceTakeItsVirtualServicesAlong() {
		String name = "ending-" + UUID.randomUUID();
		cluster.apply(new NamespaceBuilder().withNewMetadata()
			.withName(name)
			.addToLabels("sekisho.dev/guard", "enforce")
			.endMetadata()
			.build());
		GenericKubernetesResource virtualService = virtualService("istio-ingress/sample-gateway");
		virtualService.getMetadata().setNamespace(name);
		portal(virtualService).create();
		cluster.as("admin").namespaces().withName(name).delete();
		await().atMost(Duration.ofSeconds(60))
			.untilAsserted(() -> assertThat(cluster.as("admin").namespaces().withName(name).get()).isNull());
	}

	@ParameterizedTest
	@ValueSource(strings = { "{istio: ingressgateway}", "{}" })
	void deniesAGatewayOnThePodsOfASharedGateway(String selector) {
		denied(() -> in("alice", gateway(selector)).create()).hasMessageContaining("sekisho-guard-gateways");
	}

	@Test
	void leavesGatewaysOnOtherPodsAloneUntilTheyMove() {
		GenericKubernetesResource own = in("alice", gateway("{istio: ingressgateway, team: a}")).create();
		denied(() -> in("alice", own).edit((object) -> with(object, Map.of("istio", "ingressgateway"), "selector")));
		assertThatCode(() -> in("alice", own).delete()).doesNotThrowAnyException();
	}

	@Test
	void deniesAnIngressThatJoinsTheSharedLoadBalancer() {
		denied(() -> in("alice", ingress("istio-ingressgateway")).create())
			.hasMessageContaining("sekisho-guard-ingresses");
		GenericKubernetesResource own = in("alice", ingress("team-a")).create();
		denied(() -> in("alice", own).edit((object) -> {
			object.getMetadata().setAnnotations(Map.of("alb.ingress.kubernetes.io/group.name", "istio-ingressgateway"));
			return object;
		}));
		assertThatCode(() -> in("alice", own).delete()).doesNotThrowAnyException();
	}

	private static AbstractThrowableAssert<?, ? extends Throwable> denied(ThrowingCallable call) {
		return assertThatThrownBy(call)
			.isInstanceOfSatisfying(KubernetesClientException.class, (ex) -> assertThat(ex.getCode()).isEqualTo(403))
			.hasMessageContaining("denied request");
	}

	private static Resource<GenericKubernetesResource> in(String user, GenericKubernetesResource object) {
		return on(cluster.as(user), object);
	}

	private static Resource<GenericKubernetesResource> portal(GenericKubernetesResource object) {
		return on(cluster.asPortal(), object);
	}

	private static Resource<GenericKubernetesResource> as(String user, List<String> groups,
			GenericKubernetesResource object) {
		List<String> all = new ArrayList<>(groups);
		all.add("system:masters");
		Config config = new ConfigBuilder(cluster.config("admin")).withImpersonateUsername(user)
			.withImpersonateGroups(all.toArray(String[]::new))
			.build();
		return on(new KubernetesClientBuilder().withConfig(config).build(), object);
	}

	private static Resource<GenericKubernetesResource> on(KubernetesClient client, GenericKubernetesResource object) {
		return client.genericKubernetesResources(object.getApiVersion(), object.getKind())
			.inNamespace(object.getMetadata().getNamespace())
			.resource(object);
	}

	private static List<String> warnings(String path, GenericKubernetesResource object) throws Exception {
		Config config = cluster.config("alice");
		try (var http = new KubernetesClientBuilder().withConfig(config).build().getHttpClient()) {
			var response = http
				.sendAsync(http.newHttpRequestBuilder()
					.uri(config.getMasterUrl() + path)
					.post("application/json", Serialization.asJson(object))
					.build(), String.class)
				.get(30, TimeUnit.SECONDS);
			assertThat(response.code()).as(response.bodyString()).isEqualTo(201);
			return response.headers("Warning");
		}
	}

	private static GenericKubernetesResource with(GenericKubernetesResource object, Object value, String field) {
		object.<Map<String, Object>>get("spec").put(field, value);
		return object;
	}

	private static GenericKubernetesResource virtualService(String... gateways) {
		return object("""
				apiVersion: networking.istio.io/v1
				kind: VirtualService
				metadata: {name: "vs-%s", namespace: %s}
				spec:
				  hosts: [shop.example.com]
				  gateways: [%s]
				  http: [{route: [{destination: {host: shop}}]}]
				""".formatted(UUID.randomUUID(), ENFORCED, String.join(", ", gateways)));
	}

	private static GenericKubernetesResource gateway(String selector) {
		return object("""
				apiVersion: networking.istio.io/v1
				kind: Gateway
				metadata: {name: "gw-%s", namespace: %s}
				spec:
				  selector: %s
				  servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*"]}]
				""".formatted(UUID.randomUUID(), ENFORCED, selector));
	}

	private static GenericKubernetesResource ingress(String group) {
		return object("""
				apiVersion: networking.k8s.io/v1
				kind: Ingress
				metadata:
				  name: "in-%s"
				  namespace: %s
				  annotations: {alb.ingress.kubernetes.io/group.name: %s}
				spec:
				  ingressClassName: alb
				  defaultBackend: {service: {name: shop, port: {number: 80}}}
				""".formatted(UUID.randomUUID(), ENFORCED, group));
	}

	private static GenericKubernetesResource object(String yaml) {
		return Serialization.unmarshal(yaml, GenericKubernetesResource.class);
	}

}
