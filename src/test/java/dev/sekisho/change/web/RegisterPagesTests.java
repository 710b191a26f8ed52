package dev.sekisho.change.web;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.HtmlUtils;

import dev.sekisho.change.Changes;
import dev.sekisho.route.RouteTables;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The form on which routes are registered, and the way from it to a change.
 */
@SpringBootTest(classes = ChangePortal.class, webEnvironment = SpringBootTest.WebEnvironment.MOCK)
@AutoConfigureMockMvc
class RegisterPagesTests {

	private static final String YAML = """
			apiVersion: networking.istio.io/v1
			kind: VirtualService
			metadata:
			  namespace: orders
			  name: returns
			spec:
			  hosts:
			  - '*'
			  gateways:
			  - istio-ingress/sample-gateway
			  http:
			  - name: named
			    match:
			    - uri:
			        exact: /api/v1/orders/returns
			    route:
			    - destination:
			        host: orders.orders.svc.cluster.local
			        port:
			          number: 80
			""";

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
			.contains("Creates <code>orders/orders</code>", "GET", "/api/v1/orders/returns", "id=\"hosts-0-notes\"",
					"hx-swap-oob=\"true\"", "id=\"yaml-view\"", "/chains/planned")
			.doesNotContain("<html", "??");
	}

	@Test
	void saysNothingOfWhatIsStillEmpty() {
		assertThat(post("/register/preview", "matches[0].path.value", "")).hasStatusOk()
			.bodyText()
			.contains("Fill in the form to see which requests would move.")
			.doesNotContain("This is needed");
	}

	@Test
	void offersTheLowerCaseNameOfWhatDocumentsWriteInCapitals() {
		assertThat(post("/register/preview", "destinations[0].service", "service-A", "matches[0].path.value",
				"/API/Orders"))
			.hasStatusOk()
			.bodyText()
			.contains("service-A can’t be a name", "value=\"destinations[0].service=service-a\"")
			.doesNotContain("/api/orders");
	}

	@Test
	void offersTheNumberOfAPortThatIsGivenByName() {
		assertThat(post("/register/preview", "destinations[0].port", "http")).hasStatusOk()
			.bodyText()
			.contains("http is the name of a port", "value=\"destinations[0].port=80\"");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			hosts[0]|https://Shop.example.com:443/x|isn’t a host name
			hosts[0]|a b|isn’t a host name
			matches[0].path.value|orders|A path starts with a slash.
			matches[0].path.value|/a?b=c|A path holds no ?
			matches[0].path.value|/a b|Encode blanks
			matches[0].path.type|nonsense|nonsense is none of
			matches[0].methods|GE T|isn’t an HTTP method
			matches[0].headers[0].name|x y|can’t be the name of a header
			timeout|10|isn’t a duration
			retries.attempts|many|must be a number
			rewrite.uri|x|A path starts with a slash.
			name|Orders_API|can’t be a name
			namespace|payments|isn’t a namespace in which you may register
			namespace|no-such-namespace|isn’t a namespace in which you may register
			destinations[0].port|99999|must be a number from 1 to 65535
			""")
	void saysWhatIsWrongAtItsFieldAndKeepsWhatWasTyped(String field, String value, String message) {
		MvcTestResult result = post("/register/review", field, value);
		assertThat(result).hasStatus(422).bodyText().contains(message, "Returns leave the monolith", "role=\"alert\"");
		assertThat(result).bodyText().contains(HtmlUtils.htmlEscape(value, "UTF-8"));
	}

	@Test
	void keepsHostileTextAsText() {
		assertThat(post("/register/review", "matches[0].path.value", "/<script>alert(1)</script>", "reason",
				"</textarea><img src=x onerror=y>"))
			.bodyText()
			.doesNotContain("<script>alert", "<img src=x");
	}

	@Test
	void makesTheRepairThatIsClickedAndOffersToUndoIt() {
		assertThat(post("/register", "timeout", "10", "fix", "timeout=10s")).hasStatusOk()
			.bodyText()
			.contains("Changed 10 to 10s.", "value=\"timeout=10\"", "value=\"10s\"");
	}

	@Test
	void addsAndRemovesRowsWithoutScript() {
		assertThat(post("/register", "add", "hosts")).bodyText().contains("name=\"hosts[1]\"");
		assertThat(post("/register", "hosts[1]", "shop.example.com", "remove", "hosts[0]")).bodyText()
			.contains("value=\"shop.example.com\"")
			.doesNotContain("name=\"hosts[1]\"");
		assertThat(post("/register", "add", "matches[0].headers")).bodyText()
			.contains("name=\"matches[0].headers[0].name\"");
	}

	@Test
	void keepsAndNamesWhatTheFormCannotShow() {
		MvcTestResult edit = this.mvc.get()
			.uri("/register/orders/orders-virtual-service")
			.header("X-User", "alice")
			.exchange();
		assertThat(edit).hasStatusOk()
			.bodyText()
			.contains("2 settings are kept; edit them in YAML", "spec.http[0].retries.retryOn", "gateway-error");
	}

	@Test
	void turnsTheFormToYamlAndBack() {
		assertThat(post("/register", "to", "yaml")).hasStatusOk()
			.bodyText()
			.contains("name=\"mode\" value=\"yaml\"", "exact: /api/v1/orders/returns");
		Map<String, String> yaml = new LinkedHashMap<>();
		yaml.put("mode", "yaml");
		yaml.put("manifest", YAML);
		yaml.put("to", "form");
		assertThat(post("/register", yaml)).hasStatusOk()
			.bodyText()
			.contains("name=\"mode\" value=\"form\"", "value=\"/api/v1/orders/returns\"", "spec.http[0].name",
					"1 setting is kept");
	}

	static Stream<Arguments> badYaml() {
		return Stream.of(Arguments.of(YAML + "---\n" + YAML, "Send one document"),
				Arguments.of("a: &x [1]\nb: *x\n", "Anchors and aliases"),
				Arguments.of(YAML.replace("VirtualService", "Gateway"), "a VirtualService is needed"),
				Arguments.of(YAML.replace("metadata:", "metadta: {}\nmetadata:"), "There is no field metadta here."),
				Arguments.of(YAML.replace("spec:", "kind: VirtualService\nspec:"), "stands here twice"),
				Arguments.of(YAML.replace("name: returns", "name: n"), "Some programs read n as true or false"),
				Arguments.of(YAML.replace("  hosts:", "\thosts:"), "indented with spaces"),
				Arguments.of("# " + "x".repeat(1024 * 1024), "larger than 1024 KiB"),
				Arguments.of("", "Nothing was sent."), Arguments.of("[1, 2]", "must be an object"));
	}

	@ParameterizedTest
	@MethodSource("badYaml")
	void saysWhatIsWrongWithYamlAndKeepsIt(String text, String message) {
		Map<String, String> form = new LinkedHashMap<>();
		form.put("mode", "yaml");
		form.put("manifest", text);
		form.put("reason", "why");
		MvcTestResult result = post("/register/review", form);
		assertThat(result).hasStatus(422).bodyText().contains(message, "name=\"mode\" value=\"yaml\"");
		assertThat(result).bodyText()
			.contains(HtmlUtils.htmlEscape(text.strip().lines().findFirst().orElse(""), "UTF-8"));
	}

	@Test
	void opensTheDraftAsAChangeAndGoesBackToTheForm() {
		assertThat(post("/register/review")).hasStatusOk()
			.bodyText()
			.contains("Register /api/v1/orders/returns", "Draft", "The Kubernetes API would accept it",
					"Send for approval", "Back to the form", "Returns leave the monolith",
					"exact: /api/v1/orders/returns")
			.doesNotContain("??");
		Map<String, String> back = new LinkedHashMap<>();
		back.put("mode", "form");
		back.put("manifest", YAML);
		back.put("reason", "Kept reason");
		back.put("back", "true");
		assertThat(post("/register", back)).hasStatusOk()
			.bodyText()
			.contains("value=\"/api/v1/orders/returns\"", "Kept reason");
	}

	@Test
	void sendsTheChangeAsTheUserOnce() {
		Map<String, String> draft = draft("sent-once", "Because");
		MvcTestResult first = post("/register/send", draft);
		assertThat(first).hasStatus3xxRedirection();
		String address = first.getResponse().getRedirectedUrl();
		assertThat(address).startsWith("/changes/orders/sent-once-");
		assertThat(post("/register/send", draft)).hasRedirectedUrl(address);
	}

	@Test
	void keepsTheDraftWhenTheReasonIsMissing() {
		assertThat(post("/register/send", draft("no-reason", " "))).hasStatus(422)
			.bodyText()
			.contains("This is needed.", "name: no-reason", "Send for approval");
	}

	@Test
	void sendsNothingForOtherTeams() {
		MockMvcRequestBuilder request = this.mvc.post().uri("/register/send").header("X-User", "bob");
		draft("not-mine", "Because").forEach(request::param);
		assertThat(request.exchange()).hasStatus(404);
	}

	@Test
	void saysThatTheNameIsTaken() {
		assertThat(post("/register/review", "name", "orders-virtual-service")).hasStatus(422)
			.bodyText()
			.contains("There is a VirtualService orders/orders-virtual-service already.",
					"href=\"/register/orders/orders-virtual-service\"");
	}

	@Test
	void saysWhatChangedSinceTheDraftWasBegun() {
		Map<String, String> draft = draft("orders-virtual-service", "Because");
		draft.put("edits", "orders/orders-virtual-service");
		draft.put("baseline.uid", "another");
		draft.put("baseline.hash", "sha256:0");
		draft.put("opened", YAML.replace("returns", "orders-virtual-service"));
		assertThat(post("/register/send", draft)).hasStatus(409)
			.bodyText()
			.contains("changed since you began", "Put it on the present state", "Changed meanwhile",
					"Off until the draft stands on the present state.");
		assertThat(post("/register/rebase", draft)).hasStatusOk().bodyText().doesNotContain("changed since you began");
	}

	@Test
	void deletesByAChangeToo() {
		MvcTestResult page = this.mvc.get()
			.uri("/register/service-a/service-a-virtual-service/delete")
			.header("X-User", "alice")
			.exchange();
		assertThat(page).hasStatusOk()
			.bodyText()
			.contains("Delete service-a/service-a-virtual-service", "Send for approval", "Keep the route");
	}

	@ParameterizedTest
	@CsvSource({ "alice,/register/orders/no-such-route,404", "bob,/register/orders/orders-virtual-service,404",
			"bob,/register/orders/orders-virtual-service/delete,404",
			"carol,/register/orders/orders-virtual-service,403", "alice,/changes/orders/no-such-change/successor,404" })
	void opensNothingThatIsAbsentOrForbidden(String user, String address, int status) {
		assertThat(this.mvc.get().uri(address).header("X-User", user)).hasStatus(status);
	}

	@Test
	void startsAChangeThatFollowsAnother() {
		String address = String
			.valueOf(post("/register/send", draft("followed", "First try")).getResponse().getRedirectedUrl());
		assertThat(this.mvc.get().uri(address + "/successor").header("X-User", "alice")).hasStatusOk()
			.bodyText()
			.contains("value=\"/api/v1/orders/returns\"", "First try",
					"name=\"supersedes\" value=\"" + address.substring(address.lastIndexOf('/') + 1) + "\"");
	}

	@Test
	void speaksJapanese() {
		assertThat(this.mvc.get().uri("/register?lang=ja").header("X-User", "alice")).hasStatusOk()
			.bodyText()
			.contains("ルートを登録", "転送先", "完全一致 + 配下")
			.doesNotContain("??");
		assertThat(post("/register/review?lang=ja")).hasStatusOk()
			.bodyText()
			.contains("承認を申請", "dry-run で受理されました")
			.doesNotContain("??");
	}

	private static Map<String, String> draft(String name, String reason) {
		Map<String, String> draft = new LinkedHashMap<>();
		draft.put("mode", "form");
		draft.put("manifest", YAML.replace("name: returns", "name: " + name));
		draft.put("reason", reason);
		draft.put("key", "attempt-" + name);
		return draft;
	}

}
