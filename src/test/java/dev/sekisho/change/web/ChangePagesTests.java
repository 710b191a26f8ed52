package dev.sekisho.change.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.sekisho.change.ChangeRequest;
import dev.sekisho.change.ChangeStatus;
import dev.sekisho.change.Changes;
import dev.sekisho.change.Condition;
import dev.sekisho.change.Hashes;
import dev.sekisho.change.Phase;
import dev.sekisho.change.RouteChange;
import dev.sekisho.change.Submissions;
import dev.sekisho.cluster.Cluster;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.cluster.ResourceKind;
import dev.sekisho.cluster.WriteOptions;
import dev.sekisho.route.RouteTables;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The list of changes and the page of one.
 */
@SpringBootTest(classes = ChangePortal.class, webEnvironment = SpringBootTest.WebEnvironment.MOCK)
@AutoConfigureMockMvc
class ChangePagesTests {

	private static final String REGISTER = """
			virtualService:
			  apiVersion: networking.istio.io/v1
			  kind: VirtualService
			  metadata: {namespace: orders, name: %s}
			  spec:
			    hosts: ["*"]
			    gateways: [istio-ingress/sample-gateway]
			    http:
			      - match: [{uri: {exact: /api/v1/orders/%s}}]
			        route: [{destination: {host: orders.orders.svc.cluster.local, port: {number: 80}}}]
			reason: "Because <b>%s</b>"
			baseline: {absent: true}
			""";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Submissions submissions;

	@Autowired
	private Changes changes;

	@Autowired
	private Cluster cluster;

	@Autowired
	private RouteTables tables;

	@BeforeEach
	void waitForTheCluster() {
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.until(() -> this.tables.find("sample-gateway").isPresent() && this.changes.freshness().live());
	}

	private RouteChange submitted(String name) {
		ChangeRequest request = ChangeRequest.read(REGISTER.formatted(name, name, name));
		RouteChange change = this.submissions
			.submit(ChangePortal.caller("alice"), request.draft(), request.submission(""))
			.change();
		return seen(change.key(), Phase.PENDING);
	}

	private RouteChange seen(ObjectKey key, Phase phase) {
		return Awaitility.await()
			.atMost(Duration.ofSeconds(10))
			.until(() -> this.changes.list(ChangePortal.caller("alice"), Changes.Query.ALL)
				.stream()
				.filter((change) -> change.key().equals(key) && change.phase() == phase)
				.findFirst(), (found) -> found.isPresent())
			.orElseThrow();
	}

	private RouteChange moved(RouteChange change, Phase phase, Condition condition) {
		GenericKubernetesResource object = this.cluster.asPortal()
			.read(ResourceKind.ROUTE_CHANGE, change.key())
			.orElseThrow();
		ChangeStatus status = new ChangeStatus(phase, 1, List.of(condition), null, List.of(), null);
		object.setAdditionalProperty("status", status.tree());
		this.cluster.asPortal().replaceStatus(ResourceKind.ROUTE_CHANGE, object);
		return seen(change.key(), phase);
	}

	private MvcTestResult get(String user, String uri) {
		return this.mvc.get().uri(uri).header("X-User", user).exchange();
	}

	private static String page(RouteChange change) {
		return "/changes/" + change.key().namespace() + "/" + change.key().name();
	}

	@Test
	void listsTheChangesThatTheReaderSees() {
		RouteChange change = submitted("listed");
		assertThat(get("alice", "/changes")).hasStatusOk()
			.bodyText()
			.contains(change.key().name(), "Register /api/v1/orders/listed", "alice");
		assertThat(get("bob", "/changes")).hasStatusOk()
			.bodyText()
			.doesNotContain(change.key().name(), "orders/listed");
		assertThat(get("carol", "/changes")).hasStatusOk().bodyText().contains(change.key().name());
	}

	@Test
	void keepsFilterAndPageInTheAddress() {
		RouteChange change = submitted("filtered");
		assertThat(get("alice", "/changes?q=FILTERED&phase=Pending&namespace=orders&author=alice")).hasStatusOk()
			.bodyText()
			.contains(change.key().name(),
					"/changes?q=FILTERED&amp;namespace=orders&amp;author=alice&amp;phase=Applied");
		assertThat(get("alice", "/changes?q=no-such-change&page=7")).hasStatusOk()
			.bodyText()
			.contains("No change is like that.");
		assertThat(get("alice", "/changes?phase=nonsense&page=x")).hasStatusOk()
			.bodyText()
			.contains(change.key().name());
	}

	@Test
	void showsWhatWasTypedIntoTheSearchAsText() {
		assertThat(this.mvc.get().uri("/changes?q={q}", "\"><script>x</script>{a}&b").header("X-User", "alice"))
			.hasStatusOk()
			.bodyText()
			.doesNotContain("<script>x")
			.contains("%22%3E%3Cscript%3Ex%3C%2Fscript%3E%7Ba%7D%26b");
	}

	@Test
	void saysHowManyChangesMovedOnWithoutMovingTheRows() {
		submitted("news");
		assertThat(get("alice", "/changes/news?seen=0")).hasStatusOk()
			.bodyText()
			.contains("moved on", "href=\"/changes\"")
			.doesNotContain("<html");
		long later = Instant.now().plusSeconds(3600).toEpochMilli();
		assertThat(get("alice", "/changes/news?seen=" + later)).hasStatusOk().bodyText().doesNotContain("moved on");
	}

	@Test
	void opensAChangeWithVerdictImpactChecksAndDifference() {
		RouteChange change = submitted("opened");
		assertThat(get("alice", page(change))).hasStatusOk()
			.bodyText()
			.contains("Register /api/v1/orders/opened", "Public on the internet", "Traffic impact", "Checks",
					"VirtualService changes", "exact: /api/v1/orders/opened", "Because &lt;b&gt;opened&lt;/b&gt;",
					page(change) + "/withdraw", "/chains/orders/opened", "sk:change:orders:" + change.key().name());
	}

	@Test
	void offersTheReviewToReviewersAndTheWithdrawalToTheAuthor() {
		RouteChange change = submitted("offered");
		assertThat(get("carol", page(change))).hasStatusOk()
			.bodyText()
			.contains("/reviews/orders/" + change.key().name())
			.doesNotContain("/withdraw");
		assertThat(get("alice", page(change))).hasStatusOk().bodyText().doesNotContain("/reviews/orders/");
	}

	@Test
	void hidesChangesOfOtherTeamsAsIfTheyWereAbsent() {
		RouteChange change = submitted("hidden");
		MvcTestResult hidden = get("bob", page(change));
		MvcTestResult absent = get("bob", "/changes/orders/no-such-change");
		assertThat(hidden).hasStatus(404);
		assertThat(absent).hasStatus(404);
		assertThat(hidden.getResponse().getErrorMessage()).isEqualTo(absent.getResponse().getErrorMessage());
	}

	@Test
	void movesByItselfWhenThePhaseMoves() {
		RouteChange change = submitted("moved");
		moved(change, Phase.STALE, new Condition(Condition.REVIEWED, "False", "ImpactChanged", "", Instant.now()));
		assertThat(this.mvc.get()
			.uri(page(change) + "?seen=Pending")
			.header("X-User", "alice")
			.header("HX-Request", "true")).hasStatusOk()
			.bodyText()
			.doesNotContain("<html")
			.contains("id=\"change-live\"", "id=\"sk-announcer\"", "Stale",
					"other requests would move now than the reviewer saw", page(change) + "/successor");
	}

	@Test
	void takesAChangeBackAsItsAuthorOnly() {
		RouteChange change = submitted("withdrawn");
		assertThat(this.mvc.post().uri(page(change) + "/withdraw").header("X-User", "carol")).hasStatus3xxRedirection();
		assertThat(this.cluster.asPortal().read(ResourceKind.ROUTE_REVIEW, new ObjectKey("orders", change.uid())))
			.isEmpty();
		assertThat(this.mvc.post().uri(page(change) + "/withdraw").header("X-User", "bob")).hasStatus(404);
		assertThat(this.mvc.post().uri(page(change) + "/withdraw").header("X-User", "alice")).hasStatus3xxRedirection()
			.hasRedirectedUrl(page(change));
		assertThat(this.cluster.asPortal().read(ResourceKind.ROUTE_REVIEW, new ObjectKey("orders", change.uid())))
			.isPresent();
	}

	@Test
	void speaksJapanese() {
		RouteChange change = submitted("japanese");
		assertThat(get("alice", page(change) + "?lang=ja")).hasStatusOk()
			.bodyText()
			.contains("lang=\"ja\"", "/api/v1/orders/japanese を登録", "トラフィックへの影響", "承認待ち")
			.doesNotContain("??");
		assertThat(get("alice", "/changes?lang=ja")).hasStatusOk().bodyText().contains("変更申請").doesNotContain("??");
	}

	@Test
	void showsADriftFieldByFieldAndEndsItByAChange() {
		RouteChange change = drifted("drifting");
		assertThat(get("alice", page(change))).hasStatusOk()
			.bodyText()
			.contains("spec.http[0].timeout", "7s", "Adopt the live state", "Restore the approved state");
		assertThat(get("carol", page(change))).hasStatusOk()
			.bodyText()
			.contains("spec.http[0].timeout")
			.doesNotContain("Adopt the live state");
		assertThat(post("bob", page(change) + "/adopt")).hasStatus(404);
		RouteChange adopted = settled(change, "adopt");
		assertThat(adopted.supersedes()).isEqualTo(change.key().name());
		assertThat(timeout(adopted)).isEqualTo("7s");
		assertThat(settled(change, "adopt").uid()).isEqualTo(adopted.uid());
		assertThat(timeout(settled(change, "restore"))).isNull();
	}

	@Test
	void endsNoDriftWhereThereIsNone() {
		RouteChange change = submitted("steady");
		int before = this.changes.list(ChangePortal.caller("alice"), Changes.Query.ALL).size();
		assertThat(post("alice", page(change) + "/restore")).hasRedirectedUrl(page(change));
		assertThat(post("alice", "/api/v1" + page(change) + "/restore")).hasStatus(409);
		assertThat(this.changes.list(ChangePortal.caller("alice"), Changes.Query.ALL)).hasSize(before);
	}

	private MvcTestResult post(String user, String uri) {
		return this.mvc.post().uri(uri).header("X-User", user).exchange();
	}

	private RouteChange settled(RouteChange change, String way) {
		String location = String.valueOf(post("alice", page(change) + "/" + way).getResponse().getHeader("Location"));
		String name = location.substring(location.lastIndexOf('/') + 1);
		assertThat(name).isNotEqualTo(change.key().name());
		return seen(new ObjectKey("orders", name), Phase.PENDING);
	}

	private @Nullable String timeout(RouteChange change) {
		GenericKubernetesResource object = this.cluster.asPortal()
			.read(ResourceKind.ROUTE_CHANGE, change.key())
			.orElseThrow();
		return RouteChange.proposed(object).get("spec", "http", 0, "timeout");
	}

	private RouteChange drifted(String name) {
		RouteChange change = submitted(name);
		GenericKubernetesResource object = this.cluster.asPortal()
			.read(ResourceKind.ROUTE_CHANGE, change.key())
			.orElseThrow();
		GenericKubernetesResource written = this.cluster.asPortal()
			.create(ResourceKind.VIRTUAL_SERVICE, RouteChange.proposed(object), WriteOptions.STORE)
			.object();
		ChangeStatus.Applied applied = new ChangeStatus.Applied(written.getMetadata().getUid(),
				written.getMetadata().getResourceVersion(), 1, Hashes.ofVirtualService(written), Instant.now());
		object.setAdditionalProperty("status",
				new ChangeStatus(Phase.APPLIED, 1, List.of(), null, List.of(), applied).tree());
		this.cluster.asPortal().replaceStatus(ResourceKind.ROUTE_CHANGE, object);
		Map<String, Object> http = written.get("spec", "http", 0);
		http.put("timeout", "7s");
		this.cluster.asPortal().replace(ResourceKind.VIRTUAL_SERVICE, written, WriteOptions.STORE);
		return seen(change.key(), Phase.APPLIED);
	}

}
