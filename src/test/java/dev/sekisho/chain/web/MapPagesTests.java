package dev.sekisho.chain.web;

import java.net.URI;
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
import dev.sekisho.route.SharedGateways;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(classes = ChainPortal.class)
@AutoConfigureMockMvc
class MapPagesTests {

	private final MockMvcTester mvc;

	private final RouteTables tables;

	private final SharedGateways gateways;

	MapPagesTests(@Autowired MockMvcTester mvc, @Autowired RouteTables tables, @Autowired SharedGateways gateways) {
		this.mvc = mvc;
		this.tables = tables;
		this.gateways = gateways;
	}

	@BeforeEach
	void awaitTable() {
		Awaitility.await()
			.atMost(Duration.ofSeconds(10))
			.until(() -> this.gateways.all().stream().anyMatch((one) -> this.tables.find(one.name()).isPresent()));
	}

	@Test
	void showsWhatIsBrokenFirst() {
		assertThat(get(map(), "service-a")).hasStatusOk()
			.bodyText()
			.contains("1 VirtualService", "Degraded", "2 of 3 endpoints ready",
					"href=\"/chains/service-a/service-a-virtual-service\"", "alb-istio-ingress-gateway")
			.doesNotContain("??", "th:");
	}

	@Test
	void findsByNameAndByState() {
		assertThat(get(map() + "?q=SERVICE-A&state=problems&by=host", "service-a")).hasStatusOk()
			.bodyText()
			.contains("service-a-virtual-service", "value=\"SERVICE-A\"");
		assertThat(get(map() + "?q=elsewhere", "service-a")).hasStatusOk()
			.bodyText()
			.contains("Nothing matches.")
			.doesNotContain("service-a-virtual-service");
		assertThat(get(map() + "?state=healthy", "service-a")).hasStatusOk().bodyText().contains("Nothing matches.");
	}

	@Test
	void showsOneGroupWholeAndSurvivesOddQuestions() {
		assertThat(get(map() + "?group=service-a&page=99", "service-a")).hasStatusOk()
			.bodyText()
			.contains("Show all groups", "service-a-virtual-service");
		assertThat(get(map() + "?q=%7Bx%7D%25&group=%3Cb%3E&page=-4", "service-a")).hasStatusOk()
			.bodyText()
			.contains("&lt;b&gt;")
			.doesNotContain("<b>&");
	}

	@Test
	void tellsTheSameThroughTheApi() {
		assertThat(get("/api/v1" + map() + "?state=problems", "service-a")).hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo("""
					{"total": 1, "hidden": 0, "page": 1, "pages": 1,
					 "items": [{"namespace": "service-a", "name": "service-a-virtual-service", "state": "degraded",
					            "hop": "endpoints", "reason": "endpoints.some-not-ready"}]}
					""");
	}

	@Test
	void tellsStrangersOnlyHowManyThereAre() {
		assertThat(get(map(), "orders")).hasStatusOk()
			.bodyText()
			.contains("1 other that you may not see")
			.doesNotContain("service-a-virtual-service", "/api/v1/service-a");
		assertThat(get("/api/v1" + map() + "?q=service-a", "orders")).hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo("{\"total\": 0, \"hidden\": 1, \"items\": []}");
		assertThat(get("/gateways/no-such/map", "orders")).hasStatus(404);
	}

	private String map() {
		return "/gateways/" + this.gateways.all().get(0).name() + "/map";
	}

	private MvcTestResult get(String path, String user) {
		return this.mvc.get().uri(URI.create(path)).header("X-User", user).exchange();
	}

}
