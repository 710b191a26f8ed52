package dev.sekisho.route.web;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.sekisho.route.RouteTables;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(classes = RoutePortal.class)
@AutoConfigureMockMvc
class GatewayPagesTests {

	private final MockMvcTester mvc;

	private final RouteTables tables;

	GatewayPagesTests(@Autowired MockMvcTester mvc, @Autowired RouteTables tables) {
		this.mvc = mvc;
		this.tables = tables;
	}

	@BeforeEach
	void awaitTable() {
		Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> this.tables.find("sample-gateway").isPresent());
	}

	@Test
	void showsFrontDoorsClaimsAndRules() {
		assertThat(page("carol", "/gateways/sample-gateway")).hasStatusOk()
			.bodyText()
			.contains("istio-ingress/alb-istio-ingress-gateway", "internet-facing", "Listens on HTTPS 443.", "WAF on.",
					"/api/v1/{namespace}", "payments", "redirect", "Every change needs a reviewer",
					"kubectl get sharedgateway sample-gateway -o yaml")
			.doesNotContain("??", "th:");
	}

	@Test
	void namesNoNamespaceThatTheReaderDoesNotSee() {
		assertThat(page("service-a", "/gateways/sample-gateway")).bodyText()
			.contains("service-a", "and 3 others")
			.doesNotContain("payments", "service-b");
	}

	@Test
	void knowsNoOtherGateway() {
		assertThat(page("carol", "/gateways/nowhere")).hasStatus(404);
	}

	@Test
	void reportsWhatDependsOnTheOrderOfCreation() {
		assertThat(page("carol", "/routes/order")).hasStatusOk()
			.bodyText()
			.contains("/api/v1/service-a/export", "service-b/service-b-virtual-service",
					"service-a/service-a-virtual-service", "created 2025-02-17",
					"leave out <code>/api/v1/service-a/export</code>", "/try?method=GET&amp;url=https")
			.doesNotContain("??", "th:");
		assertThat(page("carol", "/routes/order?lang=ja")).bodyText().contains("作成順だけに依存").doesNotContain("??");
	}

	@Test
	void reportsOnlyWhatConcernsTheReader() {
		assertThat(page("service-a", "/routes/order")).bodyText()
			.contains("A route in another namespace")
			.doesNotContain("service-b-virtual-service");
		assertThat(page("orders", "/routes/order")).bodyText().contains("No request depends on who was created first");
		assertThat(page("carol", "/routes/order?gateway=nowhere")).hasStatus(404);
	}

	@Test
	void answersScriptsWithTheReport() {
		assertThat(page("service-a", "/api/v1/gateways/sample-gateway/order")).hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo("""
					{"items": [{"virtualHost": "*", "today": {"virtualService": null, "none": false},
					            "rebuilt": {"virtualService": {"namespace": "service-a"}}, "sameNamespace": false}],
					 "total": 1}
					""");
		assertThat(page("carol", "/api/v1/gateways/nowhere/order")).hasStatus(404);
	}

	private MvcTestResult page(String user, String uri) {
		return this.mvc.get().uri(uri).header("X-User", user).exchange();
	}

}
