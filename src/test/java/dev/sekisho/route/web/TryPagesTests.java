package dev.sekisho.route.web;

import java.net.URI;
import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.route.MemoryCluster;
import dev.sekisho.route.RouteTables;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(classes = RoutePortal.class)
@AutoConfigureMockMvc
class TryPagesTests {

	private final MockMvcTester mvc;

	private final RouteTables tables;

	private final MemoryCluster cluster;

	TryPagesTests(@Autowired MockMvcTester mvc, @Autowired RouteTables tables, @Autowired MemoryCluster cluster) {
		this.cluster = cluster;
		this.mvc = mvc;
		this.tables = tables;
	}

	@BeforeEach
	void awaitTable() {
		Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> this.tables.find("sample-gateway").isPresent());
	}

	@Test
	void asksForARequestFirst() {
		assertThat(this.mvc.get().uri("/try")).hasStatusOk()
			.bodyText()
			.contains("<h1>Try a URL</h1>", "wider (waiting)")
			.doesNotContain("How the gateway decided", "??");
	}

	@Test
	void tellsTheWinnerAndWhyTheOthersLost() {
		assertThat(page("carol", "url=https://api.example.com/api/v1/service-a/export/1")).hasStatusOk()
			.bodyText()
			.containsSubsequence("The ALB takes it on https port 443", "No route names <code>api.example.com</code>",
					"Path differs at the marked place", "Matches, this route wins.")
			.contains("service-b/service-b-virtual-service", "position 3 of 8",
					"<code>GET /api/v1/service-a/export/1</code>, Host <code>api.example.com</code>, no rewrite")
			.doesNotContain("??", "th:");
	}

	@Test
	void saysThatTheLoadBalancerDoesNotListen() {
		assertThat(page("carol", "url=http://api.example.com/api/v1/orders")).bodyText()
			.contains("The ALB doesn’t listen for http on port 80", "only on HTTPS 443");
	}

	@Test
	void saysThatNothingAnswers() {
		assertThat(page("carol", "url=/api/v1/payments")).bodyText()
			.contains("nothing answers at its Service: the client gets 503", "None of 2 endpoints");
		assertThat(page("carol", "url=/nowhere")).bodyText().contains("404", "None of this host’s routes matches");
	}

	@Test
	void comparesWithAChange() {
		assertThat(page("carol", "url=/api/v1/service-a/1&change=service-b/wider")).hasStatusOk()
			.bodyText()
			.contains("The answer changes: service-a/service-a:80 → service-b/service-b:80", "After wider",
					"/changes/service-b/wider", "How the gateway would decide after wider");
		assertThat(page("carol", "url=/api/v1/orders&change=service-b/wider")).bodyText()
			.contains("This change doesn’t touch this request.", "Same answer");
	}

	@Test
	void knowsNoChangeThatTheCallerDoesNotSee() {
		assertThat(page("service-a", "url=/api/v1/orders&change=service-b/wider")).hasStatus(404);
		assertThat(page("carol", "url=/api/v1/orders&change=service-b/nowhere")).hasStatus(404);
		assertThat(page("service-a", "url=/")).bodyText().doesNotContain("wider");
	}

	@Test
	void tellsNothingAboutForeignRoutes() {
		assertThat(page("service-a", "url=/api/v1/orders/1")).hasStatusOk()
			.bodyText()
			.contains("A route in another namespace", "position 6 of 8", "/api/v1/service-a")
			.doesNotContain("orders-virtual-service", "orders.orders", "service-b");
	}

	@Test
	void saysThatAnotherIngressTakesTheRequestBeforeTheGateway() {
		ObjectKey key = new ObjectKey("legacy", "legacy");
		try {
			this.cluster
				.put("""
						apiVersion: networking.k8s.io/v1
						kind: Ingress
						metadata:
						  namespace: legacy
						  name: legacy
						  annotations:
						    alb.ingress.kubernetes.io/group.name: istio-ingressgateway
						    alb.ingress.kubernetes.io/group.order: "-1"
						    alb.ingress.kubernetes.io/listen-ports: '[{"HTTPS": 443}]'
						spec:
						  ingressClassName: alb
						  rules:
						  - host: api.example.com
						    http:
						      paths:
						      - {path: /api/v1/orders, pathType: Prefix, backend: {service: {name: old, port: {number: 80}}}}
						""");
			String taken = "url=https://api.example.com/api/v1/orders/1";
			assertThat(page("carol", taken)).bodyText()
				.contains("Before the gateway, Ingress <code>legacy/legacy</code> takes",
						"<code>api.example.com/api/v1/orders</code>");
			assertThat(page("orders", taken)).bodyText()
				.contains("Before the gateway, an Ingress of another namespace takes this request")
				.doesNotContain("legacy");
			assertThat(page("carol", "url=https://other.example.com/api/v1/orders/1")).bodyText()
				.contains("The ALB takes it on https port 443");
		}
		finally {
			this.cluster.remove("Ingress", key);
		}
	}

	@Test
	void keepsWhatWasTypedAndSaysWhatIsWrong() {
		assertThat(page("carol", "url=api.example.com/x&header=x-canary:%20true")).hasStatus(422)
			.bodyText()
			.contains("This isn’t a URL", "value=\"api.example.com/x\"", "value=\"x-canary: true\"");
		assertThat(page("carol", "url=")).hasStatus(422).bodyText().contains("A URL is needed");
		assertThat(page("carol", "url=/x&header=b%20d:1")).hasStatus(422).bodyText().contains("This isn’t a header");
	}

	@Test
	void addsAndRemovesHeadersWithoutScript() {
		assertThat(page("carol", "url=/x&header=a:1&add=header")).hasStatusOk()
			.bodyText()
			.containsSubsequence("name=\"header\"", "value=\"a:1\"", "name=\"header\"", "value=\"\"")
			.doesNotContain("How the gateway decided");
		assertThat(page("carol", "url=/x&header=a:1&header=b:2&remove=0")).bodyText()
			.contains("value=\"b:2\"")
			.doesNotContain("value=\"a:1\"");
	}

	@Test
	void answersWithThePartThatScriptTakesOver() {
		assertThat(this.mvc.get().uri("/try?url=/api/v1/orders").header("HX-Request", "true")).hasStatusOk()
			.bodyText()
			.startsWith("<div")
			.contains("id=\"answer\"")
			.doesNotContain("<html");
	}

	@Test
	void speaksJapanese() {
		assertThat(page("carol", "url=https://api.example.com/api/v1/orders/1&lang=ja")).hasStatusOk()
			.bodyText()
			.contains("ゲートウェイの判定", "一致しました。", "ALB が https のポート 443 で受け取り")
			.doesNotContain("??");
	}

	@Test
	void answersScripts() {
		assertThat(simulate("""
				{"gateway": "sample-gateway", "method": "GET", "url": "https://api.example.com/api/v1/service-a/1",
				 "change": "service-b/wider"}
				""")).hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo(
					"""
							{"entry": "takes",
							 "answer": {"status": 200, "virtualService": {"namespace": "service-a", "name": "service-a-virtual-service"},
							            "position": 4, "upstreamPath": "/api/v1/service-a/1"},
							 "reasons": [{"position": 1, "dimension": "path"}, {"position": 2}, {"position": 3}],
							 "after": {"changed": true, "answer": {"virtualService": {"namespace": "service-b"}, "position": 1}}}
							""");
	}

	@Test
	void takesTheOnlyGatewayWhereNoneIsNamed() {
		assertThat(simulate("{\"url\": \"/api/v1/orders\"}")).hasStatusOk()
			.bodyJson()
			.extractingPath("$.gateway")
			.isEqualTo("sample-gateway");
		assertThat(simulate("{\"url\": \"/api/v1/orders\", \"gateway\": \"nowhere\"}")).hasStatus(404);
	}

	@Test
	void refusesWhatIsNoRequest() {
		assertThat(simulate("{\"url\": \"nowhere\"}")).hasStatus(400);
		assertThat(simulate("{}")).hasStatus(400);
		assertThat(simulate("{\"url\": \"/\", \"unknown\": 1}")).hasStatus(400);
		assertThat(simulate("{\"url\": \"/\", \"headers\": {\"a\": \"1\\n2\"}}")).hasStatus(400);
	}

	private MvcTestResult simulate(String body) {
		return this.mvc.post()
			.uri("/api/v1/simulations")
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

	private MvcTestResult page(String user, String query) {
		return this.mvc.get().uri(URI.create("/try?" + query)).header("X-User", user).exchange();
	}

}
