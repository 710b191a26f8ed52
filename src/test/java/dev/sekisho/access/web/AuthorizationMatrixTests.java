package dev.sekisho.access.web;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every endpoint and everybody who may call it, as {@code access/matrix.txt} says; and
 * what each of these answers has in common.
 */
@RunningPortal
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthorizationMatrixTests {

	private static final List<String> ACTORS = List.of("nobody", "alice", "bob", "carol");

	private static final String ROUTE = """
			"route": {"namespace": "service-a", "name": "%s", "hosts": ["*"],
			  "matches": [{"path": {"type": "exactAndBelow", "value": "/api/v1/service-a/%1$s"}}],
			  "destinations": [{"service": "service-a", "port": 80}]}""";

	private static final String SENT = """
			{"apiVersion": "networking.istio.io/v1", "kind": "VirtualService",
			 "metadata": {"namespace": "service-a", "name": "sent"},
			 "spec": {"hosts": ["*"], "gateways": ["istio-ingress/sample-gateway"],
			  "http": [{"match": [{"uri": {"exact": "/api/v1/service-a/sent"}}],
			   "route": [{"destination": {"host": "service-a.service-a.svc.cluster.local", "port": {"number": 80}}}]}]}}""";

	private static final Map<String, String> BODIES = Map.of("{preview}", "{" + ROUTE.formatted("preview") + "}",
			"{submit}", "{" + ROUTE.formatted("submit") + ", \"reason\": \"matrix\", \"name\": \"matrix-submit\"}",
			"{approve}",
			"{\"verdict\": \"Approved\", \"reason\": \"\", \"impactHash\": \"v1:sha256:0\", \"acknowledged\": []}",
			"{simulate}", "{\"gateway\": \"sample-gateway\", \"method\": \"GET\", \"url\": \"https://x.example/\"}");

	private final RequestMappingHandlerMapping mappings;

	private final int port;

	private final Map<String, Browser> browsers = new HashMap<>();

	AuthorizationMatrixTests(
			@Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings,
			@LocalServerPort int port) {
		this.mappings = mappings;
		this.port = port;
	}

	@BeforeAll
	void submitAChange() {
		String body = "{" + ROUTE.formatted("waiting") + ", \"reason\": \"matrix\", \"name\": \"matrix-waiting\"}";
		HttpResponse<String> answer = new Browser(this.port).header("Authorization", "Bearer sandbox-alice")
			.send("POST", "/api/v1/changes", "application/json", body);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
	}

	@Test
	void namesEveryEndpoint() throws IOException {
		Set<String> endpoints = new TreeSet<>();
		this.mappings.getHandlerMethods().keySet().forEach((mapping) -> endpoints.addAll(names(mapping)));
		assertThat(new TreeSet<>(rows().map(Row::endpoint).toList())).isEqualTo(endpoints);
	}

	@TestFactory
	Stream<DynamicTest> answersEverybodyAsTheTableSays() throws IOException {
		return rows().flatMap((row) -> row.expected()
			.entrySet()
			.stream()
			.map((actor) -> DynamicTest.dynamicTest(row.endpoint() + " for " + actor.getKey(),
					() -> check(row, actor.getKey(), actor.getValue()))));
	}

	private void check(Row row, String actor, int expected) {
		boolean script = row.path().startsWith("/api/") || row.path().startsWith("/openapi");
		Browser browser = script ? script(actor) : this.browsers.computeIfAbsent(actor, this::signedIn);
		String path = row.path().replace("{change}", "matrix-waiting");
		if (path.equals("/api/v1/events")) {
			assertThat(browser.status(path)).isEqualTo(expected);
			return;
		}
		HttpResponse<String> answer = answer(row, browser, path);
		assertThat(answer.statusCode()).isEqualTo(expected);
		AnswersTests.carriesTheSecurityHeaders(answer);
	}

	private Browser script(String actor) {
		Browser browser = new Browser(this.port);
		return actor.equals("nobody") ? browser : browser.header("Authorization", "Bearer sandbox-" + actor);
	}

	private Browser signedIn(String actor) {
		Browser browser = new Browser(this.port);
		if (!actor.equals("nobody")) {
			browser.signIn(actor);
		}
		return browser;
	}

	private static HttpResponse<String> answer(Row row, Browser browser, String path) {
		if (row.body().startsWith("form")) {
			HttpResponse<String> form = browser.get("/login");
			HttpResponse<String> page = (form.statusCode() == 200) ? form : browser.get("/reviews");
			return browser.submit(page, path, row.fields());
		}
		if (row.endpoint().startsWith("POST")) {
			return browser.send("POST", path, "application/json", BODIES.getOrDefault(row.body(), ""));
		}
		return browser.get(path);
	}

	private static Set<String> names(RequestMappingInfo mapping) {
		Set<String> names = new TreeSet<>();
		for (String path : mapping.getPatternValues()) {
			if (mapping.getMethodsCondition().isEmpty()) {
				names.add("* " + path);
			}
			mapping.getMethodsCondition().getMethods().forEach((method) -> names.add(method + " " + path));
		}
		return names;
	}

	private static Stream<Row> rows() throws IOException {
		return new ClassPathResource("access/matrix.txt").getContentAsString(StandardCharsets.UTF_8)
			.lines()
			.filter((line) -> !line.isBlank() && !line.startsWith("#"))
			.map(Row::read);
	}

	private record Row(String endpoint, String path, String body, Map<String, Integer> expected) {

		static Row read(String line) {
			String[] cells = line.split("\\|");
			assertThat(cells).as(line).hasSize(7);
			Map<String, Integer> expected = new LinkedHashMap<>();
			for (int actor = 0; actor < ACTORS.size(); actor++) {
				expected.put(ACTORS.get(actor), Integer.valueOf(cells[actor + 3].strip()));
			}
			return new Row(cells[0].strip(), cells[1].strip(), cells[2].strip(), expected);
		}

		Map<String, String> fields() {
			Map<String, String> fields = new LinkedHashMap<>();
			for (String field : this.body.substring("form".length()).strip().split("&")) {
				int equals = field.indexOf('=');
				if (equals > 0) {
					fields.put(field.substring(0, equals), field.substring(equals + 1).replace("{sent}", SENT));
				}
			}
			return fields;
		}

	}

}
