package dev.sekisho.route.web;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.sekisho.access.Attendance;
import dev.sekisho.cluster.Freshness;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.route.EventStream;
import dev.sekisho.route.MemoryCluster;
import dev.sekisho.route.RouteTables;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The REST calls of this module: answers, bad input, what isn't there, and what isn't for
 * the caller.
 */
@SpringBootTest(classes = RoutePortal.class)
@AutoConfigureMockMvc
@DirtiesContext
class RouteApiTests {

	private static final String ROUTES = "/api/v1/gateways/sample-gateway/routes";

	private final MockMvcTester mvc;

	private final MemoryCluster cluster;

	private final RouteTables tables;

	private final EventStream events;

	private final EventStreams open;

	private final Attendance attendance;

	private final List<MvcTestResult> streams = new ArrayList<>();

	RouteApiTests(@Autowired MockMvcTester mvc, @Autowired MemoryCluster cluster, @Autowired RouteTables tables,
			@Autowired EventStream events, @Autowired EventStreams open, @Autowired Attendance attendance) {
		this.mvc = mvc;
		this.cluster = cluster;
		this.tables = tables;
		this.events = events;
		this.open = open;
		this.attendance = attendance;
	}

	@BeforeEach
	void awaitTable() {
		Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> this.tables.find("sample-gateway").isPresent());
	}

	@AfterEach
	void endStreams() {
		Mockito.doReturn(Attendance.State.HERE).when(this.attendance).look();
		this.cluster.watches(Freshness.State.LIVE);
		this.streams.forEach((stream) -> stream.getRequest().getAsyncContext().complete());
	}

	@Test
	void listsTheGatewaysWithTheirState() {
		assertThat(get("service-a", "/api/v1/gateways")).hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo(
					"""
							{"items": [{"name": "sample-gateway", "gateway": {"namespace": "istio-ingress", "name": "sample-gateway"},
							            "state": "ready", "pods": 2, "routes": 8, "exposure": "internet-facing", "derived": false,
							            "live": true}]}
							""");
	}

	@Test
	void saysWhenAGatewayIsNoLongerWatched() {
		this.cluster.watches(Freshness.State.BROKEN);
		assertThat(get("carol", "/api/v1/gateways")).bodyJson().extractingPath("$.items[0].live").isEqualTo(false);
		assertThat(get("carol", ROUTES)).bodyJson().extractingPath("$.live").isEqualTo(false);
	}

	@Test
	void listsRoutesInTheOrderTriedAPageAtATime() {
		assertThat(get("carol", ROUTES + "?size=3&page=2")).hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo("{\"total\": 8, \"page\": 2, \"size\": 3}");
		assertThat(get("carol", ROUTES + "?size=3&page=2")).bodyJson()
			.extractingPath("$.items[*].position")
			.asArray()
			.containsExactly(4, 5, 6);
		assertThat(get("carol", ROUTES + "?size=3&page=99")).bodyJson().extractingPath("$.items").asArray().isEmpty();
	}

	@Test
	void findsRoutesByNamespaceHostAndText() {
		assertThat(get("carol", ROUTES + "?namespace=orders")).bodyJson()
			.extractingPath("$.items[*].virtualService.namespace")
			.asArray()
			.isNotEmpty()
			.containsOnly("orders");
		assertThat(get("carol", ROUTES + "?q=payments")).bodyJson()
			.extractingPath("$.items[*].virtualService.name")
			.asArray()
			.isNotEmpty()
			.containsOnly("payments-virtual-service");
		assertThat(get("carol", ROUTES + "?host=nowhere.example.com")).bodyJson()
			.extractingPath("$.total")
			.isEqualTo(0);
	}

	@Test
	void tellsNothingOfRoutesInOtherNamespacesButThatTheyAreThere() {
		assertThat(get("service-a", ROUTES)).hasStatusOk()
			.bodyText()
			.contains("\"visible\":false", "service-a-virtual-service")
			.doesNotContain("orders", "payments", "service-b");
		assertThat(get("service-a", ROUTES + "?namespace=orders")).bodyJson().extractingPath("$.total").isEqualTo(0);
		assertThat(get("service-a", ROUTES + "?q=payments")).bodyJson().extractingPath("$.total").isEqualTo(0);
	}

	@Test
	void answersWithTheTagAloneWhileNothingHasChanged() {
		String tag = get("carol", ROUTES).getResponse().getHeader(HttpHeaders.ETAG);
		assertThat(tag).isNotBlank();
		assertThat(conditional("carol", tag)).hasStatus(304).bodyText().isEmpty();
		assertThat(conditional("service-a", tag)).hasStatusOk();
	}

	@ParameterizedTest
	@ValueSource(strings = { "page=0", "page=-1", "size=0", "size=501", "page=x", "size=1e9" })
	void refusesPagesThatCannotBe(String query) {
		assertThat(get("carol", ROUTES + "?" + query)).hasStatus(400)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
			.bodyJson()
			.extractingPath("$.detail")
			.asString()
			.isNotBlank();
	}

	@Test
	void knowsNoOtherGateway() {
		assertThat(get("carol", "/api/v1/gateways/nowhere/routes")).hasStatus(404)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
			.bodyJson()
			.extractingPath("$.title")
			.isEqualTo("not-found");
	}

	@Test
	void listsTheNamespacesInWhichTheCallerMayRegister() {
		assertThat(get("service-a", "/api/v1/namespaces")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
				{"items": [{"name": "service-a", "owner": {"team": "team-a"}}]}
				""");
		assertThat(get("nobody", "/api/v1/namespaces")).bodyJson().extractingPath("$.items").asArray().isEmpty();
	}

	@Test
	void listsTheServicesOfANamespaceWithTheirPortsAndEndpoints() {
		assertThat(get("service-a", "/api/v1/namespaces/service-a/services")).hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo("""
					{"items": [{"namespace": "service-a", "name": "reports", "ready": 2},
					           {"namespace": "service-a", "name": "service-a", "type": "ClusterIP",
					            "ports": [{"number": 80, "name": "http"}], "ready": 2, "total": 2}]}
					""");
	}

	@ParameterizedTest
	@ValueSource(strings = { "orders", "nowhere", "Service-A" })
	void answersTheSameForANamespaceThatIsNotTheirsAndOneThatIsNotThere(String namespace) {
		MvcTestResult result = get("service-a", "/api/v1/namespaces/" + namespace + "/services");
		assertThat(result).hasStatus(404);
		assertThat(result).bodyText().doesNotContain("orders-db", "\"items\"");
	}

	@Test
	void streamsHintsToThoseWhoSeeTheNamespace() throws Exception {
		MvcTestResult stream = stream("service-a", null);
		assertThat(stream).hasStatusOk().hasContentTypeCompatibleWith(MediaType.TEXT_EVENT_STREAM);
		assertThat(stream.getResponse().getHeader(HttpHeaders.CACHE_CONTROL)).contains("no-store");
		this.events.publish(EventStream.Kind.CHANGE, "orders", "theirs");
		this.events.publish(EventStream.Kind.CHANGE, "service-a", "ours");
		awaitText(stream, "event:change\ndata:{\"namespace\":\"service-a\",\"name\":\"ours\"}");
		assertThat(text(stream)).contains("event:hello").doesNotContain("theirs");
	}

	@Test
	void sendsWhatWasMissedAndAResetToWhoWasAwayTooLong() throws Exception {
		String last = this.events.lastId();
		this.events.publish(EventStream.Kind.CHAIN, "service-a", "missed");
		awaitText(stream("service-a", last), "event:chain\ndata:{\"namespace\":\"service-a\",\"name\":\"missed\"}");
		awaitText(stream("service-a", "another-process-7"), "event:reset");
		awaitText(stream("service-a", "<script>"), "event:reset");
	}

	@Test
	void endsTheStreamOfWhoHasLeft() throws Exception {
		MvcTestResult stream = stream("service-a", null);
		awaitText(stream, "event:hello");
		lookAgain(Attendance.State.LEFT);
		awaitEnd(stream);
		this.events.publish(EventStream.Kind.CHANGE, "service-a", "afterwards");
		assertThat(text(stream)).doesNotContain("event:reset", "event:heartbeat", "afterwards");
	}

	@Test
	void hasWhoSeesLessAskForEverythingAgainAndReconnect() throws Exception {
		MvcTestResult stream = stream("service-a", null);
		awaitText(stream, "event:hello");
		lookAgain(Attendance.State.SEES_LESS);
		awaitEnd(stream);
		assertThat(text(stream)).contains("event:reset").doesNotContain("event:heartbeat");
	}

	@Test
	void goesOnWithTheStreamOfWhoIsHere() throws Exception {
		MvcTestResult stream = stream("service-a", null);
		lookAgain(Attendance.State.HERE);
		awaitText(stream, "event:heartbeat");
	}

	@Test
	void boundsTheStreamsOfOneUser() {
		for (int i = 0; i < 10; i++) {
			assertThat(stream("greedy", null)).hasStatusOk();
		}
		assertThat(get("greedy", "/api/v1/events")).hasStatus(429);
		assertThat(stream("service-a", null)).hasStatusOk();
	}

	@Test
	void hintsThatTheTableHasChanged() throws Exception {
		MvcTestResult stream = stream("carol", null);
		String hint = "event:route-table\ndata:{\"namespace\":\"\",\"name\":\"sample-gateway\"}";
		this.cluster.put("""
				apiVersion: networking.istio.io/v1
				kind: VirtualService
				metadata: {namespace: orders, name: hinted, creationTimestamp: "2026-11-20T00:00:00Z"}
				spec:
				  hosts: [hinted.example.com]
				  gateways: [istio-ingress/sample-gateway]
				  http: [{route: [{destination: {host: orders}}]}]
				""");
		awaitText(stream, hint);
		this.cluster.remove("VirtualService", new ObjectKey("orders", "hinted"));
		Awaitility.await()
			.atMost(Duration.ofSeconds(10))
			.untilAsserted(() -> assertThat(text(stream).split(Pattern.quote(hint), -1)).hasSize(3));
	}

	private void lookAgain(Attendance.State state) {
		Mockito.doReturn(state).when(this.attendance).look();
		this.open.heartbeat();
	}

	private static void awaitEnd(MvcTestResult stream) {
		Awaitility.await()
			.atMost(Duration.ofSeconds(10))
			.ignoreExceptions()
			.untilAsserted(() -> assertThat(stream.getMvcResult().getAsyncResult(0)).isNull());
	}

	private static void awaitText(MvcTestResult stream, String text) {
		Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(text(stream)).contains(text));
	}

	private static String text(MvcTestResult stream) throws Exception {
		return stream.getResponse().getContentAsString();
	}

	private MvcTestResult stream(String user, String lastEventId) {
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.get().uri("/api/v1/events").header("X-User", user);
		if (lastEventId != null) {
			request.header("Last-Event-ID", lastEventId);
		}
		MvcTestResult stream = request.asyncExchange();
		this.streams.add(stream);
		return stream;
	}

	private MvcTestResult conditional(String user, String tag) {
		return this.mvc.get().uri(ROUTES).header("X-User", user).header(HttpHeaders.IF_NONE_MATCH, tag).exchange();
	}

	private MvcTestResult get(String user, String uri) {
		return this.mvc.get().uri(URI.create(uri)).header("X-User", user).exchange();
	}

}
