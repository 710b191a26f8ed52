package dev.sekisho.routing;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.sekisho.routing.Answer.Outcome;
import dev.sekisho.routing.table.RouteTable;
import dev.sekisho.routing.table.RoutingWorld;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What Envoy makes of a request before it looks at routes, as seen with Envoy 1.40 behind
 * istiod 1.31.
 */
class ReceivedRequestTests {

	private static final MeshSettings BEHIND_PROXY = new MeshSettings(MeshSettings.PathNormalization.DEFAULT, 1,
			"cluster.local");

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			# the condition             | what is sent                              | whether it holds
			accept: {exact: "a,b"}      | Accept: a; accept: b                      | true
			accept: {exact: b}          | accept: ; accept: b                       | true
			accept: {exact: b}          | accept: a; accept: b                      | false
			user-agent: {prefix: "a,"}  | User-Agent: a; User-Agent: b              | true
			x-user: {exact: b}          | x-user: a; x-user: b                      | true
			x-user: {exact: "a,b"}      | x-user: a; x-user: b                      | false
			cookie: {exact: "b=2"}      | cookie: a=1; cookie: b=2                  | true
			x-user: {exact: a}          | x-user:  a\t                              | true
			x-envoy-retry-on: {}        | x-envoy-retry-on: 5xx                     | false
			x-forwarded-client-cert: {} | x-forwarded-client-cert: a                | false
			connection: {}              | Connection: close                         | false
			te: {}                      | te: gzip                                  | false
			te: {exact: trailers}       | te: gzip, trailers                        | true
			x-request-id: {}            |                                           | true
			x-forwarded-for: {}         |                                           | true
			x-forwarded-proto: {}       |                                           | true
			""")
	void seesHeadersAsTheGatewayPassesThemOn(String condition, String headers, boolean holds) {
		RoutingWorld world = Worlds.of(Worlds.virtualService("a/a", 1, "'*'",
				Worlds.route("headers: {" + condition + "}", "missing.a.svc.cluster.local")));
		String[] lines = (headers != null) ? headers.split("; ") : new String[0];

		Answer answer = world.routeTable().answer(Worlds.get("a.test", "/", lines));

		assertThat(answer.outcome()).isEqualTo(holds ? Outcome.NO_DESTINATION : Outcome.NOT_FOUND);
	}

	@ParameterizedTest
	@ValueSource(strings = { "x-request-id: {prefix: a}", "x-forwarded-for: {regex: '10[.].*'}",
			"x-envoy-external-address: {exact: 10.0.0.1}" })
	void cantTellValuesThatOnlyTheGatewayKnows(String condition) {
		RoutingWorld world = Worlds.of(Worlds.virtualService("a/a", 1, "'*'",
				Worlds.route("headers: {" + condition + "}, uri: {prefix: /a}", "missing.a.svc.cluster.local")));

		assertThat(world.routeTable().answer(Worlds.get("a.test", "/a")).outcome()).isEqualTo(Outcome.CANT_TELL);
		assertThat(world.routeTable().answer(Worlds.get("a.test", "/b")).outcome()).isEqualTo(Outcome.NOT_FOUND);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/a b", "/caf\u00e9", "/a?v=\u00e9", "/a?v=1 2", "/a#\u00e9", "/a\u007f", "a", "", "?a" })
	void refusesTargetsThatTheCodecRefuses(String target) {
		assertThat(shared().answer(Worlds.get("a.test", target)).statuses()).containsExactly(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "caf\u00e9.test", "a b", "a/b", "a|b", "a{b", "a\\b", "a`b", "a^b", "<a", "a\"" })
	void refusesHostsThatTheCodecRefuses(String host) {
		assertThat(shared().answer(Worlds.get(host, "/")).statuses()).containsExactly(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ":80", "a:", "a_b", "[::1", "a@b", "a,b", "*", " a " })
	void takesOddHosts(String host) {
		assertThat(shared().answer(Worlds.get(host, "/")).outcome()).isEqualTo(Outcome.NO_DESTINATION);
	}

	@Test
	void refusesMethodsThatTheCodecRefuses() {
		assertThat(Stream.of("M-SEARCH", "get", "FOO", "QUERY")
			.map((method) -> shared().answer(new HttpRequest(80, method, "a.test", "/", List.of())).statuses()))
			.containsOnly(List.of(400));
	}

	@Test
	void mindsTheCaseOfTheForwardedSchemeForTheRedirectToHttps() {
		RoutingWorld world = Worlds.of(BEHIND_PROXY, """
				apiVersion: networking.istio.io/v1
				kind: Gateway
				metadata: {namespace: istio-ingress, name: shared}
				spec:
				  selector: {istio: ingressgateway}
				  servers:
				  - {port: {number: 80, name: http, protocol: HTTP}, hosts: ["*"], tls: {httpsRedirect: true}}
				""", Worlds.virtualService("a/a", 1, "'*'", "{redirect: {scheme: http, port: 443}}"));

		assertThat(answer(world, "HTTPS").tlsRedirect()).isTrue();
		assertThat(answer(world, "https").location()).isEqualTo("http://a.test:443/");
	}

	@Test
	void keepsThePortOfTheHostUnlessItIsThatOfTheForwardedScheme() {
		RoutingWorld world = Worlds.of(BEHIND_PROXY,
				Worlds.virtualService("a/a", 1, "'*'", "{redirect: {scheme: http, uri: /x}}"));

		assertThat(answer(world, "https").location()).isEqualTo("http://a.test/x");
		assertThat(answer(world, "HTTPS").location()).isEqualTo("http://a.test:443/x");
	}

	@Test
	void writesIpv6HostsInBracketsInNamesOnly() {
		RoutingWorld world = Worlds
			.of(Worlds.virtualService("a/a", 1, "'2001:db8::1'", Worlds.route("uri: {prefix: /a}", "missing.a.test")));

		VirtualHost host = world.routeTable().virtualHosts(80).get(0);
		assertThat(host.name()).isEqualTo("[2001:db8::1]:80");
		assertThat(host.domains()).containsExactly("2001:db8::1");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			# the origins allowed                    | what the route does           | the outcome
			exact: 'https://a.test'                  | redirect: {uri: /x}           | REDIRECTED
			exact: 'https://a.test'                  | directResponse: {status: 418} | RESPONDED
			exact: 'https://b.test'                  | FORWARD                       | NO_DESTINATION
			exact: 'https://a.test'                  | FORWARD                       | RESPONDED
			exact: '*'                               | FORWARD                       | RESPONDED
			prefix: '*'                              | FORWARD                       | RESPONDED
			regex: '[*]'                             | FORWARD                       | RESPONDED
			""")
	void answersPreflightsOnlyWhereThereIsADestination(String origin, String action, Outcome outcome) {
		String does = action.replace("FORWARD", "route: [{destination: {host: missing.a.test, port: {number: 80}}}]");
		RoutingWorld world = Worlds.of(Worlds.virtualService("a/a", 1, "'*'",
				"{corsPolicy: {allowOrigins: [{" + origin + "}]}, " + does + "}"));

		Answer answer = world.routeTable()
			.answer(new HttpRequest(80, "OPTIONS", "a.test", "/",
					List.of(new HttpRequest.Header("Origin", "https://a.test"),
							new HttpRequest.Header("Access-Control-Request-Method", "GET"))));

		assertThat(answer.outcome()).isEqualTo(outcome);
		assertThat(answer.statuses().get(0)).isEqualTo(action.contains("418") ? 418
				: ((outcome == Outcome.RESPONDED) ? 200 : ((outcome == Outcome.REDIRECTED) ? 301 : 503)));
	}

	@ParameterizedTest
	@CsvSource(nullValues = "none", textBlock = """
			201, http://a.test:8080/x?y
			304, http://a.test:8080/x?y
			302, http://a.test:8080/x?y
			200, none
			404, none
			""")
	void namesTheLocationOfDirectResponsesThatHaveOne(int status, String location) {
		RoutingWorld world = Worlds
			.of(Worlds.virtualService("a/a", 1, "'*'", "{directResponse: {status: " + status + "}}"));

		Answer answer = world.routeTable().answer(Worlds.get("a.test:8080", "/x?y#z"));

		assertThat(answer.statuses()).containsExactly(status);
		assertThat(answer.location()).isEqualTo(location);
	}

	private static RouteTable shared() {
		return Worlds
			.of(Worlds.virtualService("a/a", 1, "'*'", Worlds.route("uri: {prefix: /}", "missing.a.svc.cluster.local")))
			.routeTable();
	}

	private static Answer answer(RoutingWorld world, String forwardedProto) {
		return world.routeTable().answer(Worlds.get("a.test:443", "/", "X-Forwarded-Proto: " + forwardedProto));
	}

}
