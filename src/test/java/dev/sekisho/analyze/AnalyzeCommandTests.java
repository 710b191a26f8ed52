package dev.sekisho.analyze;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AnalyzeCommand}.
 */
class AnalyzeCommandTests {

	private static final String GATEWAY = """
			apiVersion: networking.istio.io/v1
			kind: Gateway
			metadata: {namespace: istio-ingress, name: shared, creationTimestamp: 2024-01-01T00:00:00Z}
			spec:
			  selector: {istio: ingressgateway}
			  servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*"]}]
			""";

	private static final String ORDERS = virtualService("orders", "2024-02-01T00:00:00Z", "prefix: /api/orders");

	private static final String PAYMENTS = virtualService("payments", "2024-03-01T00:00:00Z", "prefix: /api/payments");

	private static final String GREEDY = virtualService("greedy", "2024-01-15T00:00:00Z", "prefix: /api");

	@TempDir
	private Path folder;

	@Test
	void aCleanInputIsAnsweredWithZero() {
		Run run = run(GATEWAY + "---\n" + ORDERS + "---\n" + PAYMENTS, "-f", "-");
		assertThat(run.err).isEmpty();
		assertThat(run.status).isZero();
		assertThat(run.out).contains("1. /api/orders* -> orders.orders.svc.cluster.local:80  orders/orders")
			.contains("2. /api/payments*")
			.contains("3 objects, 0 blocking, 0 warnings, 2 notices");
	}

	@Test
	void aRouteThatIsNeverReachedIsAWarningWithAWitness() {
		Run run = run(GATEWAY + "---\n" + ORDERS + "---\n" + GREEDY, "-f", "-");
		assertThat(run.status).isZero();
		assertThat(run.out).contains("warning SKS0504 VirtualService orders/orders /spec/http/0")
			.contains("is never reached. All its requests, such as GET /api/orders, go to greedy/greedy: it is older.");
		assertThat(run(GATEWAY + "---\n" + ORDERS + "---\n" + GREEDY, "-f", "-", "--fail-on", "warning").status)
			.isEqualTo(1);
	}

	@Test
	void poisonIsBlocking() {
		Run run = run(GATEWAY + "---\n" + ORDERS.replace("route: [{", "redirect: {uri: /x, redirectCode: 305}, x: [{"),
				"-f", "-");
		assertThat(run.status).isEqualTo(1);
		assertThat(run.out)
			.contains("blocking SKS2001 VirtualService orders/orders /spec/http/0/redirect/redirectCode");
		assertThat(run(GATEWAY + "---\n" + ORDERS.replace("hosts", "hots"), "-f", "-", "--fail-on", "never").status)
			.isZero();
	}

	@Test
	void aRequestIsAnsweredWithItsReasons() {
		Run run = run(GATEWAY + "---\n" + ORDERS + "---\n" + PAYMENTS, "-f", "-", "--no-table", "--request",
				"GET https://shop.example.com/api/payments/1?x=1", "-H", "x-canary: true");
		assertThat(run.out).contains("by route 2 of *:80, payments/payments")
			.contains("1. not orders/orders http[0].match[0] (/api/orders*): path")
			.doesNotContain("Ingress gateway");
	}

	@Test
	void aChangeIsShownByItsImpact() throws IOException {
		Path change = Files.writeString(this.folder.resolve("change.yaml"), GREEDY);
		Run run = run(GATEWAY + "---\n" + ORDERS + "---\n" + GREEDY.replace("prefix: /api", "prefix: /api/greedy"),
				"-f", "-", "--change", change.toString(), "--request", "http://example.com/api/orders");
		assertThat(run.out).contains("Traffic impact:")
			.contains("from orders/orders http[0].match[0] (/api/orders*)")
			.contains("to greedy/greedy http[0].match[0] (/api*)")
			.contains("now: ")
			.contains("after the change: ")
			.contains("would get no requests any more");
	}

	@Test
	void orderDependenceIsReportedWhenAskedFor() {
		String input = GATEWAY + "---\n" + virtualService("zebra", "2024-01-15T00:00:00Z", "prefix: /api") + "---\n"
				+ ORDERS;
		assertThat(run(input, "-f", "-").out).doesNotContain("SKS0902");
		assertThat(run(input, "-f", "-", "--as-if-recreated").out).contains("SKS0902")
			.contains("if everything is created again in the same second");
	}

	@Test
	void readsFoldersJsonAndKubectlLists() throws IOException {
		Files.writeString(this.folder.resolve("gateway.yml"), GATEWAY);
		Files.writeString(this.folder.resolve("notes.txt"), "{{{ not a manifest");
		Files.createDirectory(this.folder.resolve("apps"));
		Files.writeString(this.folder.resolve("apps/list.json"),
				"""
						{"apiVersion": "v1", "kind": "List", "items": [{"apiVersion": "networking.istio.io/v1beta1",
						"kind": "VirtualService", "metadata": {"namespace": "orders", "name": "orders"}, "spec": {"hosts": ["*"],
						"gateways": ["istio-ingress/shared"], "http": [{"route": [{"destination": {"host": "orders"}}]}]}}]}""");
		Run run = run("", "-f", this.folder.toString(), "--request", "http://example.com/");
		assertThat(run.status).isZero();
		assertThat(run.out).contains("by route 1 of *:80, orders/orders").contains("2 objects");
	}

	@Test
	void jsonAndSarifAreReadByPrograms() throws IOException {
		String input = GATEWAY + "---\n" + ORDERS + "---\n" + GREEDY;
		JsonNode json = new ObjectMapper()
			.readTree(run(input, "-f", "-", "-o", "json", "--request", "http://example.com/api/orders").out);
		assertThat(json.at("/findings/0/code").asText()).isEqualTo("SKS0504");
		assertThat(json.at("/gateways/0/virtualHosts/0/routes/0/virtualService").asText()).isEqualTo("greedy");
		assertThat(json.at("/gateways/0/answers/0/answer/route/namespace").asText()).isEqualTo("greedy");
		JsonNode sarif = new ObjectMapper().readTree(run(input, "-f", "-", "-o", "sarif").out);
		assertThat(sarif.at("/version").asText()).isEqualTo("2.1.0");
		assertThat(sarif.at("/runs/0/results/0/ruleId").asText()).isEqualTo("SKS0504");
		assertThat(sarif.at("/runs/0/results/0/level").asText()).isEqualTo("warning");
	}

	@Test
	void hostileTextIsShownAsEscapes() {
		Run run = run(GATEWAY + "---\n" + ORDERS.replace("prefix: /api/orders", "prefix: \"/api/\\e[31m\\u202E\""),
				"-f", "-");
		assertThat(run.out).contains("\\u001B[31m\\u202E").doesNotContain("\u001B").doesNotContain("\u202E");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a: [", "a: 1\na: 2", "just text", "- 1", "{\"kind\": ", "{\"a\": 1, \"a\": 2}", "",
			"kind: Service\nmetadata: {name: x}", "a: &a [*a, *a]", "%YAML 9.9\n---\n!!java.net.URL x" })
	void inputThatCantBeReadIsAnsweredWithTwo(String input) {
		Run run = run(input, "-f", "-");
		assertThat(run.status).isEqualTo(2);
		assertThat(run.err).startsWith("sekisho analyze: ").doesNotContain("Exception").doesNotContain("\tat ");
		assertThat(run.out).isEmpty();
	}

	@Test
	void badUsageIsAnsweredWithTwo() {
		assertThat(run("").status).isEqualTo(2);
		assertThat(run("", "-f", "/there/is/no/such/file").err)
			.contains("/there/is/no/such/file: there is no such file");
		assertThat(run(GATEWAY, "-f", "-", "--request", "example").err).contains("write it as 'GET https://host/path'");
		assertThat(run(GATEWAY, "-f", "-", "-o", "xml").status).isEqualTo(2);
	}

	@Test
	void saysHowItIsUsed() {
		Run run = run("", "--help");
		assertThat(run.status).isZero();
		assertThat(run.out).contains("Usage: analyze").contains("Exit status: 0 clean");
	}

	@Test
	void aServiceIsMissingOnlyWhereServicesWereGiven() {
		String input = GATEWAY + "---\n" + ORDERS + "---\n" + PAYMENTS;
		assertThat(run(input, "-f", "-").out).doesNotContain("SKS0405 VirtualService")
			.contains("not checked: SKS0405, SKS0406, SKS0408, SKS0409, SKS0410, SKS0411 (no Service in the input)");
		String orders = """
				---
				apiVersion: v1
				kind: Service
				metadata: {namespace: orders, name: orders}
				spec: {ports: [{port: 8080}]}
				""";
		assertThat(run(input + orders, "-f", "-").out)
			.contains("warning SKS0405 VirtualService payments/payments /spec/http/0/route/0/destination/host")
			.contains("blocking SKS0406 VirtualService orders/orders /spec/http/0/route/0/destination/port")
			.contains("not checked: SKS0409 (no DestinationRule in the input)")
			.doesNotContain("no Service in the input");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			claims: [{namespaces: [orders], hosts: ["*"], pathPrefixes: [/other]}]                          | SKS0210
			claims: [{namespaces: [others], hosts: ["*"], pathPrefixes: [/]}]                               | SKS0201
			claims: [{namespaceSelector: {matchLabels: {a: b}}, hosts: ["*"], pathPrefixes: [/]}]           |
			claims: [{namespaces: [orders], hosts: ["*"], pathPrefixes: [/api]}]                            |
			claims: 5                                                                                       | SKS0901
			""")
	void claimsOfASharedGatewayHold(String claims, @Nullable String code) {
		Run run = run(GATEWAY + "---\n" + ORDERS + "---\n" + sharedGateway(claims), "-f", "-");
		assertThat(run.status).isEqualTo((code != null) ? 1 : 0);
		assertThat(run.out).contains((code != null) ? "blocking " + code : "0 blocking");
	}

	@Test
	void whatASharedGatewayForbidsIsReportedOnlyWithOne() {
		String input = GATEWAY + "---\n" + ORDERS.replace("host: orders", "host: payments.payments.svc.cluster.local");
		assertThat(run(input, "-f", "-").out).contains("0 blocking")
			.containsPattern("not checked: SKS0110, .*SKS0401.* \\(no SharedGateway in the input");
		assertThat(run(input + "---\n" + sharedGateway("approval: Always"), "-f", "-").out)
			.contains("blocking SKS0401 VirtualService orders/orders");
	}

	@Test
	void anOlderNarrowerRouteOfAnotherTeamIsNoticedWithoutClaims() {
		String exports = virtualService("exports", "2024-01-15T00:00:00Z", "prefix: /api/orders/export");
		Run run = run(GATEWAY + "---\n" + ORDERS + "---\n" + exports, "-f", "-");
		assertThat(run.status).isZero();
		assertThat(run.out).contains("notice SKS0506 VirtualService orders/orders /spec/http/0/match/0")
			.contains("such as GET /api/orders/export, go to exports/exports: it is older");
	}

	@Test
	void whatManyNoticesSayIsSaidAFewTimes() {
		StringBuilder input = new StringBuilder(GATEWAY);
		for (int i = 0; i < 9; i++) {
			input.append("---\n")
				.append(virtualService("name-" + i, "2024-02-01T00:00:0" + i + "Z", "prefix: /api/" + i));
		}
		assertThat(run(input.toString(), "-f", "-").out.lines()).filteredOn((line) -> line.startsWith("notice SKS0301"))
			.hasSize(4)
			.last()
			.isEqualTo("notice SKS0301 6 more");
	}

	@Test
	void aChangeIsJudgedByWhatItDoesToOthers() throws IOException {
		Path change = Files.writeString(this.folder.resolve("change.yaml"),
				GREEDY.replace("prefix: /api", "prefix: /api/o"));
		Run run = run(GATEWAY + "---\n" + ORDERS + "---\n" + GREEDY.replace("prefix: /api", "prefix: /api/greedy"),
				"-f", "-", "--change", change.toString());
		assertThat(run.out).contains("warning SKS0502 VirtualService greedy/greedy /spec/http/0/match/0")
			.contains("Requests such as GET /api/orders would no longer reach orders/orders")
			.contains("warning SKS0301");
	}

	@Test
	void settingsOfTheMeshAreReliedOnWhenGiven() {
		String input = GATEWAY + "---\n" + ORDERS.replace("uri: {", "scheme: {exact: https}, uri: {");
		assertThat(run(input, "-f", "-").out).contains("not checked: SKS0340, SKS0341 (--trusted-proxies isn't given)");
		assertThat(run(input, "-f", "-", "--trusted-proxies", "0").out).contains("warning SKS0340");
		assertThat(run(input, "-f", "-", "--trusted-proxies", "1").out).doesNotContain("SKS0340");
	}

	@Test
	void programsAreToldWhatWasNotChecked() throws IOException {
		String input = GATEWAY + "---\n" + ORDERS + "---\n" + GREEDY;
		JsonNode json = new ObjectMapper().readTree(run(input, "-f", "-", "-o", "json").out);
		assertThat(json.at("/notChecked").findValuesAsText("reason")).contains("no Service in the input");
		JsonNode sarif = new ObjectMapper().readTree(run(input, "-f", "-", "-o", "sarif").out);
		assertThat(sarif.at("/runs/0/invocations/0/toolConfigurationNotifications").findValuesAsText("text"))
			.anyMatch((text) -> text.contains("SKS0405") && text.contains("no Service in the input"));
		assertThat(sarif.at("/runs/0/tool/driver/rules").findValuesAsText("text"))
			.contains("Never reached: another team's route comes first");
	}

	private static String sharedGateway(String rules) {
		return """
				apiVersion: sekisho.dev/v1alpha1
				kind: SharedGateway
				metadata: {name: shared}
				spec:
				  gateway: {namespace: istio-ingress, name: shared}
				  %s
				""".formatted(rules);
	}

	private static String virtualService(String name, String created, String uri) {
		return """
				apiVersion: networking.istio.io/v1
				kind: VirtualService
				metadata: {namespace: %s, name: %s, creationTimestamp: "%s"}
				spec:
				  hosts: ["*"]
				  gateways: [istio-ingress/shared]
				  http: [{match: [{uri: {%s}}], route: [{destination: {host: %s, port: {number: 80}}}]}]
				""".formatted(name, name, created, uri, name);
	}

	private static Run run(String input, String... arguments) {
		StringWriter out = new StringWriter();
		StringWriter err = new StringWriter();
		int status = AnalyzeCommand.run(new ArrayList<>(List.of(arguments)),
				new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), new PrintWriter(out),
				new PrintWriter(err));
		return new Run(status, out.toString(), err.toString());
	}

	/**
	 * What a run left behind.
	 *
	 * @param status the exit status
	 * @param out standard output
	 * @param err standard error
	 */
	private record Run(int status, String out, String err) {

	}

}
