package dev.sekisho.guard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import dev.sekisho.access.Attendances;
import dev.sekisho.access.Caller;
import dev.sekisho.access.Rights;
import dev.sekisho.access.Visibility;
import dev.sekisho.change.Hashes;
import dev.sekisho.cluster.Credential;
import dev.sekisho.cluster.Identity;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.route.MemoryCluster;
import dev.sekisho.route.OpenChanges;
import dev.sekisho.route.RouteTables;
import dev.sekisho.route.VirtualServices;
import dev.sekisho.testing.HeaderCallers;
import dev.sekisho.web.WebConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The list of foreign writes over a cluster in memory. {@code carol} sees everything;
 * everybody else sees the namespace named like them.
 */
@SpringBootTest
@AutoConfigureMockMvc
class GuardPagesTests {

	private final MockMvcTester mvc;

	private final MemoryCluster cluster;

	private final RouteTables tables;

	private final VirtualServices virtualServices;

	GuardPagesTests(@Autowired MockMvcTester mvc, @Autowired MemoryCluster cluster, @Autowired RouteTables tables,
			@Autowired VirtualServices virtualServices) {
		this.mvc = mvc;
		this.cluster = cluster;
		this.tables = tables;
		this.virtualServices = virtualServices;
	}

	@BeforeEach
	void awaitTable() {
		Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> this.tables.find("sample-gateway").isPresent());
	}

	@Test
	void listsRoutesThatNoReviewStandsForUntilAChangeWroteThem() {
		assertThat(ways("carol")).contains("unreviewed orders/orders-virtual-service");
		applied("orders", "orders-virtual-service", hash("orders", "orders-virtual-service"));
		assertThat(ways("carol")).noneMatch((line) -> line.contains("orders/orders-virtual-service"));
		applied("orders", "orders-virtual-service", "sha256:" + "0".repeat(64));
		assertThat(ways("carol")).contains("changed orders/orders-virtual-service");
		this.cluster.remove("RouteChange", new ObjectKey("orders", "first"));
	}

	@Test
	void listsGatewaysOnThePodsWithAndWithoutASelector() {
		this.cluster.put("""
				apiVersion: networking.istio.io/v1
				kind: Gateway
				metadata: {namespace: payments, name: own, resourceVersion: "1"}
				spec: {selector: {istio: ingressgateway}, servers: []}
				---
				apiVersion: networking.istio.io/v1
				kind: Gateway
				metadata: {namespace: payments, name: every, resourceVersion: "1"}
				spec: {servers: []}
				---
				apiVersion: networking.istio.io/v1
				kind: Gateway
				metadata: {namespace: payments, name: other, resourceVersion: "1"}
				spec: {selector: {istio: another}, servers: []}
				""");
		assertThat(ways("carol")).contains("gateway payments/own", "gateway payments/every")
			.doesNotContain("gateway payments/other", "gateway istio-ingress/sample-gateway");
		assertThat(page("carol", "?way=gateway")).bodyText()
			.contains("istio=ingressgateway", "It has no selector")
			.doesNotContain("payments/other");
	}

	@Test
	void listsWhatNoPolicyCanTell() {
		this.cluster.put("""
				apiVersion: networking.istio.io/v1
				kind: VirtualService
				metadata: {namespace: service-a, name: root, resourceVersion: "1"}
				spec:
				  hosts: [delegating.example.com]
				  gateways: [sample-gateway.istio-ingress]
				  http: [{delegate: {name: leaf, namespace: orders}}]
				---
				apiVersion: networking.istio.io/v1
				kind: VirtualService
				metadata: {namespace: orders, name: leaf, resourceVersion: "1"}
				spec: {http: [{route: [{destination: {host: orders}}]}]}
				---
				apiVersion: networking.istio.io/v1
				kind: ServiceEntry
				metadata: {namespace: service-b, name: taken, resourceVersion: "1"}
				spec: {hosts: [payments.payments.svc.cluster.local, api.example.com]}
				---
				apiVersion: networking.istio.io/v1alpha3
				kind: EnvoyFilter
				metadata: {namespace: istio-ingress, name: lua, resourceVersion: "1"}
				spec: {workloadSelector: {labels: {istio: ingressgateway}}}
				---
				apiVersion: networking.istio.io/v1alpha3
				kind: EnvoyFilter
				metadata: {namespace: orders, name: own, resourceVersion: "1"}
				spec: {}
				""");
		assertThat(ways("carol"))
			.contains("unreviewed service-a/root", "delegate orders/leaf", "service-entry service-b/taken",
					"envoy-filter istio-ingress/lua")
			.doesNotContain("envoy-filter orders/own");
		assertThat(page("carol", "?way=delegate")).bodyText().contains("service-a/root", "No policy can tell");
		assertThat(page("orders", "?way=delegate")).bodyText()
			.contains("A route in another namespace")
			.doesNotContain("service-a");
	}

	@Test
	void listsIngressesOfOthersInTheGroupOfTheLoadBalancer() {
		this.cluster.put("""
				apiVersion: networking.k8s.io/v1
				kind: Ingress
				metadata:
				  namespace: service-b
				  name: first
				  resourceVersion: "1"
				  annotations: {alb.ingress.kubernetes.io/group.name: istio-ingressgateway}
				spec: {ingressClassName: alb}
				""");
		assertThat(ways("carol")).contains("ingress service-b/first")
			.doesNotContain("ingress istio-ingress/alb-istio-ingress-gateway");
	}

	@Test
	void saysWhereTheGuardDeniesAndWhereItOnlyWarns() {
		assertThat(api("payments")).bodyJson()
			.extractingPath("$.items[?(@.way == 'unreviewed')].wouldBeDenied")
			.asArray()
			.containsOnly(true);
		this.cluster.put("""
				apiVersion: v1
				kind: Namespace
				metadata: {name: payments, labels: {sekisho.dev/guard: enforce}}
				""");
		assertThat(api("payments")).bodyJson()
			.extractingPath("$.items[?(@.way == 'unreviewed')].wouldBeDenied")
			.asArray()
			.containsOnly(false);
		assertThat(page("payments", "")).bodyText().contains("Denied from now on");
	}

	@Test
	void namesNothingInNamespacesThatTheReaderDoesNotSee() {
		assertThat(ways("service-a")).isNotEmpty().allMatch((line) -> line.contains(" service-a/"));
		assertThat(page("service-a", "")).bodyText().doesNotContain("payments", "service-b");
	}

	@Test
	void speaksBothLanguages() {
		assertThat(page("carol", "")).hasStatusOk().bodyText().contains("Written past Sekisho").doesNotContain("??");
		assertThat(page("carol", "?lang=ja")).bodyText().contains("Sekisho を通らない書き込み").doesNotContain("??");
	}

	@Test
	void knowsNoOtherGatewayAndNoOtherWay() {
		assertThat(this.mvc.get().uri("/gateways/nowhere/writers")).hasStatus(404);
		assertThat(this.mvc.get().uri("/api/v1/gateways/nowhere/writers")).hasStatus(404);
		assertThat(page("carol", "?way=%3Cscript%3E&page=99999")).hasStatusOk().bodyText().doesNotContain("<script>");
	}

	private String hash(String namespace, String name) {
		return Hashes.ofVirtualService(this.virtualServices.find(new ObjectKey(namespace, name)).orElseThrow());
	}

	private void applied(String namespace, String name, String hash) {
		this.cluster
			.put("""
					apiVersion: sekisho.dev/v1alpha1
					kind: RouteChange
					metadata: {namespace: %1$s, name: first, resourceVersion: "1", creationTimestamp: "2026-11-24T03:04:31Z"}
					spec:
					  action: Create
					  sharedGateway: sample-gateway
					  virtualService:
					    apiVersion: networking.istio.io/v1
					    kind: VirtualService
					    metadata: {name: %2$s}
					    spec: {}
					  baseline: {absent: true}
					  reason: First
					  author: {username: alice}
					status:
					  phase: Applied
					  applied: {uid: VirtualService-%2$s, resourceVersion: "1", generation: 1, hash: "%3$s", time: "2026-11-24T03:04:31Z"}
					"""
				.formatted(namespace, name, hash));
	}

	private List<String> ways(String user) {
		MvcTestResult result = api(user);
		assertThat(result).hasStatusOk();
		List<String> ways = new ArrayList<>();
		assertThat(result).bodyJson().extractingPath("$.items[*]").asArray().allSatisfy((item) -> {
			var map = (Map<?, ?>) item;
			var object = (Map<?, ?>) map.get("object");
			ways.add(map.get("way") + " " + object.get("namespace") + "/" + object.get("name"));
		});
		return ways;
	}

	private MvcTestResult api(String user) {
		return this.mvc.get().uri("/api/v1/gateways/sample-gateway/writers").header("X-User", user).exchange();
	}

	private MvcTestResult page(String user, String query) {
		return this.mvc.get().uri("/gateways/sample-gateway/writers" + query).header("X-User", user).exchange();
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@ComponentScan(basePackages = { "dev.sekisho.route", "dev.sekisho.guard" },
			excludeFilters = @Filter(type = FilterType.ANNOTATION, classes = SpringBootConfiguration.class))
	@Import(WebConfiguration.class)
	static class GuardPortal implements WebMvcConfigurer {

		@Bean
		MemoryCluster cluster() {
			return MemoryCluster.seeded();
		}

		@Bean
		OpenChanges changes() {
			return Mockito.mock(OpenChanges.class);
		}

		@Bean
		Rights rights() {
			return Mockito.mock(Rights.class, (call) -> call.getMethod().getName().equals("visibility")
					? visibility(call.getArgument(0)) : Mockito.RETURNS_DEFAULTS.answer(call));
		}

		@Bean
		Attendances attendances() {
			return Mockito.mock(Attendances.class);
		}

		@Bean
		SecurityFilterChain everybody(HttpSecurity http) throws Exception {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll()).build();
		}

		@Override
		public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
			resolvers.add(new HeaderCallers("carol",
					(name) -> new Caller(new Identity(name, "", Set.of()), new Credential.Portal())));
		}

		private static Visibility visibility(Caller caller) {
			return caller.username().equals("carol") ? Visibility.ALL
					: new Visibility(false, Set.of(caller.username()));
		}

	}

}
