package dev.sekisho.chain.web;

import java.io.StringReader;
import java.time.Duration;

import javax.xml.parsers.DocumentBuilderFactory;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

import dev.sekisho.route.RouteTables;
import dev.sekisho.route.SharedGateways;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(classes = ChainPortal.class)
@AutoConfigureMockMvc
class ChainPagesTests {

	private static final String CHAIN = "/chains/service-a/service-a-virtual-service";

	private final MockMvcTester mvc;

	private final RouteTables tables;

	private final SharedGateways gateways;

	ChainPagesTests(@Autowired MockMvcTester mvc, @Autowired RouteTables tables, @Autowired SharedGateways gateways) {
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
	void showsTheChainWithWhatIsWrongInWords() {
		assertThat(get(CHAIN, "service-a")).hasStatusOk()
			.bodyText()
			.contains("2 of 3 endpoints ready", "What is wrong and what to do", "Settings and what they mean",
					"the ALB sends straight to pod addresses", "href=\"/chains?service=service-a/service-a\"",
					CHAIN + ".svg", CHAIN + ".mmd")
			.doesNotContain("??", "th:");
	}

	@Test
	void speaksJapanese() {
		assertThat(get(CHAIN + "?lang=ja", "service-a")).hasStatusOk()
			.bodyText()
			.contains("設定とその意味", "ALB は Pod のアドレスに直接送る")
			.doesNotContain("??");
	}

	@Test
	void givesTheChainAsMermaid() {
		assertThat(get(CHAIN + ".mmd", "service-a")).hasStatusOk()
			.hasContentTypeCompatibleWith("text/plain")
			.bodyText()
			.contains("flowchart LR", "h0[\"ALB<br/>alb-istio-ingress-gateway<br/>Unknown\"]:::unknown", "h0 -.-> h1",
					"h5 --> h6", "Degraded\"]:::degraded");
	}

	@Test
	void givesTheChainAsWellFormedSvgThatSaysItAll() throws Exception {
		MvcTestResult answer = get("/api/v1" + CHAIN + ".svg", "service-a");
		assertThat(answer).hasStatusOk().hasContentTypeCompatibleWith("image/svg+xml");
		Document svg = DocumentBuilderFactory.newInstance()
			.newDocumentBuilder()
			.parse(new InputSource(new StringReader(answer.getResponse().getContentAsString())));
		assertThat(svg.getElementsByTagName("desc").item(0).getTextContent()).contains("ALB alb-istio-ingress-gateway",
				"2 of 3 endpoints ready");
		assertThat(svg.getElementsByTagName("rect").getLength()).isEqualTo(8);
	}

	@Test
	void followsChainsBackwards() {
		assertThat(get("/chains?service=service-a/service-a", "service-a")).hasStatusOk()
			.bodyText()
			.contains("What reaches", "/api/v1/service-a", "service-a/service-a-virtual-service", "reach it")
			.doesNotContain("??", "th:");
		assertThat(get("/api/v1/chains?service=service-a/service-a", "service-a")).hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo("""
					{"service": {"namespace": "service-a", "name": "service-a"},
					 "routes": [{"virtualService": {"namespace": "service-a", "name": "service-a-virtual-service"},
					             "kind": "prefix", "path": "/api/v1/service-a", "port": 80, "reach": "reached"}]}
					""");
	}

	@Test
	void tellsStrangersNothing() {
		for (String path : new String[] { CHAIN, CHAIN + ".svg", CHAIN + ".mmd", "/chains?service=service-a/service-a",
				"/api/v1/chains?service=service-a/service-a" }) {
			assertThat(get(path, "orders")).as(path).hasStatus(404);
		}
		assertThat(get("/api/v1/chains?service=service-a/missing", "service-a")).hasStatus(404);
		assertThat(get("/api/v1/chains?service=service-a", "service-a")).hasStatus(400);
	}

	private MvcTestResult get(String path, String user) {
		return this.mvc.get().uri(path).header("X-User", user).exchange();
	}

}
