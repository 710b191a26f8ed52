package dev.sekisho.route.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.sekisho.cluster.Freshness;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.route.MemoryCluster;
import dev.sekisho.route.RouteTables;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(classes = RoutePortal.class)
@AutoConfigureMockMvc
@DirtiesContext
class RoutesPagesTests {

	private static final String LATER = """
			apiVersion: networking.istio.io/v1
			kind: VirtualService
			metadata: {namespace: orders, name: later, creationTimestamp: "2026-11-20T00:00:00Z"}
			spec:
			  hosts: [%s]
			  gateways: [istio-ingress/sample-gateway]
			  http:
			    - match: [{uri: {prefix: %s}}]
			      route: [{destination: {host: orders.orders.svc.cluster.local, port: {number: 80}}}]
			""";

	private final MockMvcTester mvc;

	private final MemoryCluster cluster;

	private final RouteTables tables;

	RoutesPagesTests(@Autowired MockMvcTester mvc, @Autowired MemoryCluster cluster, @Autowired RouteTables tables) {
		this.mvc = mvc;
		this.cluster = cluster;
		this.tables = tables;
	}

	@BeforeEach
	void awaitTable() {
		Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> this.tables.find("sample-gateway").isPresent());
	}

	@AfterEach
	void restore() {
		this.cluster.watches(Freshness.State.LIVE);
		change(() -> this.cluster.remove("VirtualService", new ObjectKey("orders", "later")));
	}

	@Test
	void listsRoutesInTheOrderTried() {
		assertThat(this.mvc.get().uri("/routes")).hasStatusOk()
			.bodyText()
			.containsSubsequence("/api/v1/service-b", "/api/v1/service-a/export", "service-a/service-a-virtual-service",
					"/api/v1/orders", "/api/v1/payments")
			.doesNotContain("??", "th:");
	}

	@Test
	void saysWhoTakesWhatFromWhom() {
		assertThat(this.mvc.get().uri("/routes")).bodyText()
			.contains("Takes requests of #4", "Part of its requests goes to #3",
					"<code>service-b/service-b-virtual-service</code> is older");
	}

	@Test
	void saysWhatFreezesTheGateway() {
		assertThat(this.mvc.get().uri("/routes")).bodyText().doesNotContain("sk-frozen");
		change(() -> this.cluster.put("""
				apiVersion: networking.istio.io/v1
				kind: VirtualService
				metadata: {namespace: orders, name: later, generation: 1, creationTimestamp: "2026-11-20T00:00:00Z"}
				spec:
				  hosts: [frozen.example.com]
				  gateways: [istio-ingress/sample-gateway]
				  http:
				    - headers: {response: {set: {x-client: "%DOWNSTREAM_REMOTE_ADDRES%"}}}
				      route: [{destination: {host: orders.orders.svc.cluster.local, port: {number: 80}}}]
				"""));
		assertThat(this.mvc.get().uri("/routes")).hasStatusOk()
			.bodyText()
			.contains("The gateway is frozen: no route change reaches it since", "<code>orders/later</code>",
					"<code>%DOWNSTREAM_REMOTE_ADDRES%</code>", "Don’t restart or scale the gateway pods")
			.doesNotContain("??", "th:");
		assertThat(this.mvc.get().uri("/routes/frozen?gateway=sample-gateway").header("X-User", "service-a"))
			.hasStatusOk()
			.bodyText()
			.startsWith("<div")
			.contains("The gateway is frozen", "Ask the platform team")
			.doesNotContain("orders", "DOWNSTREAM", "SKS2008");
	}

	@Test
	void leavesForeignRoutesBlank() {
		assertThat(this.mvc.get().uri("/routes").header("X-User", "service-a")).hasStatusOk()
			.bodyText()
			.contains("A route in another namespace", "/api/v1/service-a",
					"Part of its requests goes to #3 (a route in another namespace)")
			.doesNotContain("service-b", "payments", "team-b");
	}

	@Test
	void doesNotFindForeignRoutes() {
		assertThat(this.mvc.get().uri("/routes?q=payments").header("X-User", "service-a")).bodyText()
			.contains("No route fits these filters")
			.doesNotContain("payments-virtual-service");
		assertThat(this.mvc.get().uri("/routes?namespace=payments").header("X-User", "service-a")).bodyText()
			.contains("No route fits these filters");
	}

	@Test
	void filtersByTextHostNamespaceAndState() {
		assertThat(this.mvc.get().uri("/routes?q=PAY")).bodyText().contains("/api/v1/payments", "2 routes");
		assertThat(this.mvc.get().uri("/routes?host=*&namespace=orders")).bodyText().contains("2 routes");
		assertThat(this.mvc.get().uri("/routes?host=nowhere.example.com")).bodyText().contains("No route fits");
		assertThat(this.mvc.get().uri("/routes?state=warnings")).bodyText().contains("/api/v1/service-a/export");
	}

	@Test
	void offersToDeleteWhereTheReaderIsAnAuthor() {
		assertThat(this.mvc.get().uri("/routes").header("X-User", "orders")).bodyText()
			.contains("href=\"/register/orders/orders-virtual-service/delete\"",
					"aria-label=\"Delete VirtualService orders/orders-virtual-service\"");
		assertThat(this.mvc.get().uri("/routes")).bodyText()
			.contains("/chains/orders/orders-virtual-service")
			.doesNotContain("/register/orders/orders-virtual-service", "/register/payments/payments-virtual-service");
	}

	@Test
	void countsTheReadersOwnRoutes() {
		assertThat(this.mvc.get().uri("/routes?own=true").header("X-User", "orders")).bodyText()
			.contains("My namespaces", "2 routes", "/register/orders/orders-virtual-service");
	}

	@Test
	void cutsTheListIntoPages() {
		assertThat(this.mvc.get().uri("/routes?size=2&page=2")).bodyText()
			.contains("3–4 of 8", "?size=2&amp;page=3", "?size=2&amp;page=1");
	}

	@Test
	void showsTheLastPageInsteadOfOneThatDoesNotExist() {
		assertThat(this.mvc.get().uri("/routes?page=99")).hasStatusOk().bodyText().contains("1–8 of 8");
		assertThat(this.mvc.get().uri("/routes?page=x")).hasStatus(400);
	}

	@Test
	void knowsNoOtherGateway() {
		assertThat(this.mvc.get().uri("/routes?gateway=nowhere")).hasStatus(404);
	}

	@Test
	void tellsOfNewRoutesWithoutMovingTheOthers() {
		String seen = seen();
		assertThat(this.mvc.get().uri("/routes?seen=" + seen).header("HX-Request", "true")).hasStatusOk()
			.doesNotContainHeader("HX-Reswap")
			.bodyText()
			.contains("id=\"routes\"")
			.doesNotContain("<html");
		change(() -> this.cluster.put(LATER.formatted("\"*\"", "/api/v1/orders/later")));
		assertThat(this.mvc.get().uri("/routes?seen=" + seen).header("HX-Request", "true")).hasStatusOk()
			.hasHeader("HX-Reswap", "none")
			.bodyText()
			.contains("hx-swap-oob=\"innerHTML\"", "1 new route")
			.doesNotContain("id=\"routes\"");
	}

	@Test
	void saysWhichHostsAreCaptured() {
		change(() -> this.cluster.put(LATER.formatted("shop.example.com", "/cart")));
		assertThat(this.mvc.get().uri("/routes")).bodyText()
			.contains("exact host", "captures this host: the 8 routes of * aren’t reached on it");
		assertThat(this.mvc.get().uri("/routes").header("X-User", "service-a")).bodyText()
			.contains("a host in another namespace · 1 route")
			.doesNotContain("shop.example.com");
	}

	@Test
	void escapesHostileText() {
		change(() -> this.cluster.put(LATER.formatted("\"*\"", "\"/<script>alert(1)</script>\\u202e\"")));
		assertThat(this.mvc.get().uri("/routes")).bodyText()
			.contains("/&lt;script&gt;alert(1)&lt;/script&gt;\\u202e")
			.doesNotContain("<script>alert", "\u202e");
	}

	@Test
	void saysHowOldTheListIs() {
		this.cluster.watches(Freshness.State.BROKEN);
		assertThat(this.mvc.get().uri("/routes")).hasStatusOk()
			.bodyText()
			.contains("<b>As of ", "The cluster can’t be watched at the moment", "/api/v1/service-a");
	}

	@Test
	void speaksJapanese() {
		assertThat(this.mvc.get().uri("/routes?lang=ja")).hasStatusOk()
			.bodyText()
			.contains("ルートを登録", "一部のリクエストは", "キャッチオール")
			.doesNotContain("??");
	}

	private String seen() {
		MvcTestResult page = this.mvc.get().uri("/routes").exchange();
		Matcher matcher = Pattern.compile("seen=(\\d+-[0-9a-f]+)")
			.matcher(new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
		assertThat(matcher.find()).isTrue();
		return matcher.group(1);
	}

	private void change(Runnable change) {
		long before = version();
		change.run();
		Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> version() > before);
	}

	private long version() {
		return this.tables.find("sample-gateway").orElseThrow().version();
	}

}
