package dev.sekisho.access.web;

import java.net.http.HttpResponse;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

import dev.sekisho.Sekisho;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who floods the portal is told to wait; the others aren't.
 */
@SpringBootTest(classes = Sekisho.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "sekisho.sandbox.port=0", "sekisho.sandbox.kubeconfig=target/sandbox/limits-tests",
				"sekisho.limits.per-second=1", "sekisho.limits.burst=5" })
@ContextConfiguration(initializers = OnlyTheProduct.class)
@DirtiesContext
class RequestLimitsTests {

	private static final String REQUEST = "{\"url\": \"/api/v1/orders\"}";

	private final int port;

	RequestLimitsTests(@LocalServerPort int port) {
		this.port = port;
	}

	@Test
	void tellsWhoFloodsToWaitAndNobodyElse() {
		Browser alice = new Browser(this.port).header("Authorization", "Bearer sandbox-alice");
		HttpResponse<String> last = null;
		for (int i = 0; i < 20 && (last == null || last.statusCode() == 200); i++) {
			last = alice.send("POST", "/api/v1/simulations", "application/json", REQUEST);
		}
		assertThat(last).isNotNull();
		assertThat(last.statusCode()).isEqualTo(429);
		assertThat(last.headers().firstValue("Retry-After"))
			.hasValueSatisfying((wait) -> assertThat(wait).matches("[12]"));
		assertThat(last.body()).contains("\"title\":\"too-many\"", "\"detail\":");
		assertThat(alice.get("/api/v1/gateways").statusCode()).isEqualTo(200);
		Browser bob = new Browser(this.port).header("Authorization", "Bearer sandbox-bob");
		assertThat(bob.send("POST", "/api/v1/simulations", "application/json", REQUEST).statusCode()).isEqualTo(200);
	}

	@Test
	void limitsAttemptsToSignIn() {
		Browser nobody = new Browser(this.port);
		HttpResponse<String> page = nobody.get("/login");
		int status = 0;
		for (int i = 0; i < 20 && status != 429; i++) {
			status = nobody.submit(page, "/login", Map.of("token", "guess-" + i)).statusCode();
		}
		assertThat(status).isEqualTo(429);
	}

}
