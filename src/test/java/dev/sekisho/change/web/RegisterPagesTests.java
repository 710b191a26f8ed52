package dev.sekisho.change.web;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.sekisho.change.Changes;
import dev.sekisho.route.RouteTables;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The form on which routes are registered, and the way from it to a change.
 */
@SpringBootTest(classes = ChangePortal.class, webEnvironment = SpringBootTest.WebEnvironment.MOCK)
@AutoConfigureMockMvc
class RegisterPagesTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Changes changes;

	@Autowired
	private RouteTables tables;

	@BeforeEach
	void waitForTheCluster() {
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.until(() -> this.tables.find("sample-gateway").isPresent() && this.changes.freshness().live());
	}

	private static Map<String, String> form() {
		Map<String, String> form = new LinkedHashMap<>();
		form.put("mode", "form");
		form.put("namespace", "orders");
		form.put("destinations[0].service", "orders");
		form.put("destinations[0].port", "80");
		form.put("hosts[0]", "*");
		form.put("matches[0].path.type", "exactAndBelow");
		form.put("matches[0].path.value", "/api/v1/orders/returns");
		form.put("reason", "Returns leave the monolith");
		return form;
	}

	private MvcTestResult post(String uri, Map<String, String> form) {
		MockMvcRequestBuilder request = this.mvc.post().uri(uri).header("X-User", "alice");
		form.forEach(request::param);
		return request.exchange();
	}

	private MvcTestResult post(String uri, String... changed) {
		Map<String, String> form = form();
		for (int i = 0; i < changed.length; i += 2) {
			form.put(changed[i], changed[i + 1]);
		}
		return post(uri, form);
	}

	@Test
	void offersWhatTheClusterHasAndTheCallerMayAuthor() {
		assertThat(this.mvc.get().uri("/register").header("X-User", "alice")).hasStatusOk()
			.bodyText()
			.contains("Register a route", "value=\"orders\"", "value=\"service-a\"", "id=\"services-list\"")
			.doesNotContain("payments", "??", "This is needed");
	}

	@Test
	void previewsWhileSomebodyTypes() {
		assertThat(post("/register/preview")).hasStatusOk()
			.bodyText()
			.contains("Creates <code>orders/orders</code>", "GET", "/api/v1/orders/returns",
					"hx-swap-oob=\"outerHTML:#hosts-0-notes\"", "id=\"yaml-view\"", "/chains/planned")
			.doesNotContain("<html", "??");
	}

	@Test
	void saysNothingOfWhatIsStillEmpty() {
		assertThat(post("/register/preview", "matches[0].path.value", "")).hasStatusOk()
			.bodyText()
			.contains("Fill in the form to see which requests would move.")
			.doesNotContain("This is needed");
	}

}
