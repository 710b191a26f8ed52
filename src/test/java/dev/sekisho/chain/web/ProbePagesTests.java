package dev.sekisho.chain.web;

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

import dev.sekisho.route.RouteTables;
import dev.sekisho.route.SharedGateways;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Probes by button and by script, where nothing listens at the gateway pods' address.
 */
@SpringBootTest(classes = ChainPortal.class,
		properties = { "world=probed", "sekisho.chain.probe.cidrs=127.0.0.0/8", "sekisho.chain.probe.every=1s" })
@AutoConfigureMockMvc
class ProbePagesTests {

	private static final String CHAIN = "/chains/service-a/service-a-virtual-service";

	private final MockMvcTester mvc;

	private final RouteTables tables;

	private final SharedGateways gateways;

	ProbePagesTests(@Autowired MockMvcTester mvc, @Autowired RouteTables tables, @Autowired SharedGateways gateways) {
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
	void showsWhatCameOfAProbe() {
		assertThat(get(CHAIN, "service-a")).bodyText().contains("Probe through the gateway", "Not measured yet");
		Awaitility.await()
			.atMost(Duration.ofSeconds(10))
			.untilAsserted(() -> assertThat(post(CHAIN + "/probes", "service-a", "")).hasStatus3xxRedirection()
				.hasRedirectedUrl(CHAIN)
				.flash()
				.doesNotContainKey("flash"));
		assertThat(get(CHAIN, "service-a")).hasStatusOk()
			.bodyText()
			.contains("takes no connection", "GET probe.example/api/v1/service-a", "igw-7b5-4ptq")
			.doesNotContain("Not measured yet", "??");
		assertThat(get("/api/v1" + CHAIN, "service-a")).bodyJson()
			.isLenientlyEqualTo("{\"probe\": {\"state\": \"down\", \"reason\": \"probe.unreachable\"}}");
	}

	@Test
	void sendsNoRequestThatAnotherRouteGets() {
		assertThat(post("/api/v1" + CHAIN + "/probes", "service-a", "{\"path\": \"/api/v1/orders\"}")).hasStatus(409)
			.bodyText()
			.contains("another route gets this request");
		assertThat(post("/api/v1" + CHAIN + "/probes", "service-a", "{\"method\": \"DELETE\"}")).hasStatus(400);
	}

	@Test
	void tellsStrangersNothing() {
		assertThat(post("/api/v1" + CHAIN + "/probes", "orders", "{}")).hasStatus(404);
		assertThat(post(CHAIN + "/probes", "orders", "")).hasStatus(404);
	}

	private MvcTestResult get(String path, String user) {
		return this.mvc.get().uri(path).header("X-User", user).exchange();
	}

	private MvcTestResult post(String path, String user, String json) {
		MediaType type = json.isEmpty() ? MediaType.APPLICATION_FORM_URLENCODED : MediaType.APPLICATION_JSON;
		return this.mvc.post().uri(path).header("X-User", user).contentType(type).content(json).exchange();
	}

}
