package dev.sekisho.review.web;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.sekisho.change.Changes;
import dev.sekisho.change.Phase;
import dev.sekisho.change.RouteChange;
import dev.sekisho.change.RouteReview;
import dev.sekisho.change.RouteReview.Verdict;
import dev.sekisho.change.Submissions;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.cluster.ResourceKind;
import dev.sekisho.cluster.SandboxCluster;
import dev.sekisho.route.RouteTables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@SpringBootTest(classes = ReviewPortal.class)
@AutoConfigureMockMvc
class ReviewPagesTests {

	private final MockMvcTester mvc;

	private final SandboxCluster sandbox;

	private final SandboxChanges changes;

	ReviewPagesTests(@Autowired MockMvcTester mvc, @Autowired SandboxCluster sandbox,
			@Autowired Submissions submissions, @Autowired Changes changes, @Autowired RouteTables tables) {
		this.mvc = mvc;
		this.sandbox = sandbox;
		this.changes = new SandboxChanges(sandbox, submissions, changes, tables);
	}

	@Test
	void listsWhatWaitsForTheReviewer() {
		RouteChange change = this.changes.timeout(11);
		assertThat(get("carol", "/reviews")).hasStatusOk()
			.bodyText()
			.contains(path(change), "alice", "handled differently by the same route");
		assertThat(get("carol", "/reviews")).bodyText().doesNotContain("Nothing waits for you");
		assertThat(get("bob", "/reviews")).hasStatusOk()
			.bodyText()
			.contains("Nothing waits for you")
			.doesNotContain(path(change));
		assertThat(get("alice", "/reviews")).hasStatusOk().bodyText().doesNotContain(path(change));
	}

	@Test
	void saysWhenTheQueueHasMore() {
		RouteChange change = this.changes.timeout(12);
		assertThat(get("carol", "/reviews/news?seen=0-0")).hasStatusOk().bodyText().contains("new change");
		assertThat(get("carol", "/reviews/news?seen=nonsense")).hasStatusOk();
		assertThat(get("bob", "/reviews/news?seen=0-0")).hasStatusOk().bodyText().doesNotContain("new change");
		assertThat(change.phase().closed()).isFalse();
	}

	@Test
	void showsWhatAChangeDoesAndOffersToDecide() {
		RouteChange change = this.changes.timeout(13);
		assertThat(get("carol", path(change))).hasStatusOk()
			.bodyText()
			.contains("Public on the internet", "sk-diff", "A reason", "Approve and apply to", "name=\"_csrf\"",
					"value=\"reject\"")
			.doesNotContain("??");
	}

	@Test
	void speaksJapanese() {
		RouteChange change = this.changes.timeout(14);
		assertThat(get("carol", path(change) + "?lang=ja")).hasStatusOk()
			.bodyText()
			.contains("承認または却下", "差し戻し")
			.doesNotContain("??");
		assertThat(get("carol", "/reviews?lang=ja")).hasStatusOk().bodyText().contains("承認待ち").doesNotContain("??");
	}

	@Test
	void approvesWhatWasShown() {
		RouteChange change = this.changes.timeout(15);
		String shown = shown(change);
		assertThat(decide("carol", change, "approve", "Fine.", shown)).hasStatus3xxRedirection()
			.hasRedirectedUrl("/changes/orders/" + change.key().name());
		RouteReview review = review(change).orElseThrow();
		assertThat(review.verdict()).isEqualTo(Verdict.APPROVED);
		assertThat(review.spec().reviewer().username()).isEqualTo("carol");
		assertThat(review.spec().impactHash()).isEqualTo(shown);
		assertThat(review.spec().gateway().generation()).isPositive();
	}

	@Test
	void nothingIsDecidedWithoutTheToken() {
		RouteChange change = this.changes.timeout(16);
		assertThat(this.mvc.post().uri(path(change)).header("X-User", "carol").param("decision", "approve"))
			.hasStatus(403);
		assertThat(get("carol", path(change) + "?decision=approve&impact=" + shown(change))).hasStatusOk();
		assertThat(review(change)).isEmpty();
	}

	@Test
	void rejectingNeedsAReason() {
		RouteChange change = this.changes.timeout(17);
		assertThat(decide("carol", change, "reject", " ", shown(change))).hasStatus(422)
			.bodyText()
			.contains("reason-error");
		assertThat(review(change)).isEmpty();
		assertThat(decide("carol", change, "reject", "Too long.", shown(change))).hasStatus3xxRedirection()
			.hasRedirectedUrl("/reviews");
		assertThat(review(change).orElseThrow().verdict()).isEqualTo(Verdict.REJECTED);
	}

	@Test
	void keepsWhatWasTypedWhenItIsTooLong() {
		RouteChange change = this.changes.timeout(18);
		String reason = "x".repeat(2001);
		assertThat(decide("carol", change, "reject", reason, shown(change))).hasStatus(422).bodyText().contains(reason);
	}

	@Test
	void sendingBackRejectsAndTellsWhoGoesOn() {
		RouteChange change = this.changes.timeout(19);
		assertThat(decide("carol", change, "send-back", "Shorter, please.", "")).hasStatus3xxRedirection()
			.hasRedirectedUrl("/reviews");
		assertThat(review(change).orElseThrow().spec().reason()).isEqualTo("Shorter, please.");
	}

	@Test
	void refusesAButtonThatDoesNotExist() {
		RouteChange change = this.changes.timeout(20);
		assertThat(decide("carol", change, "delete-everything", "", "")).hasStatus(400);
		assertThat(decide("carol", change, "", "", "")).hasStatus(400);
	}

	@Test
	void theAuthorCannotDecide() {
		RouteChange change = this.changes.timeout(21);
		assertThat(get("alice", path(change))).hasStatusOk()
			.bodyText()
			.contains("This is your own change")
			.doesNotContain("value=\"approve\"");
		assertThat(decide("alice", change, "approve", "", shown(change))).hasStatus(403);
		assertThat(review(change)).isEmpty();
	}

	@Test
	void absentAndForbiddenLookAlike() {
		RouteChange change = this.changes.timeout(22);
		assertThat(get("bob", path(change))).hasStatus(404);
		assertThat(get("bob", "/reviews/orders/absent")).hasStatus(404);
		assertThat(get("carol", "/reviews/orders/absent")).hasStatus(404);
		assertThat(decide("bob", change, "approve", "", shown(change))).hasStatus(404);
		assertThat(decide("bob", change, "recompute", "", "")).hasStatus(404);
		assertThat(review(change)).isEmpty();
	}

	@Test
	void tellsTheSecondReviewerWhoDecidedWhat() {
		RouteChange change = this.changes.timeout(23);
		String shown = shown(change);
		decide("dan", change, "reject", "No time out above 20 s.", shown);
		assertThat(decide("carol", change, "approve", "", shown)).hasStatus(409)
			.bodyText()
			.contains("dan rejected this change", "No time out above 20 s.")
			.doesNotContain("value=\"approve\"");
		assertThat(get("carol", path(change))).hasStatusOk().bodyText().contains("dan rejected this change");
		assertThat(review(change).orElseThrow().spec().reviewer().username()).isEqualTo("dan");
	}

	@Test
	void asksToRecomputeWhenTheImpactIsNotWhatWasShown() {
		RouteChange change = this.changes.timeout(24);
		String shown = shown(change);
		this.changes.edit(SandboxChanges.SERVICE_B,
				(yaml) -> yaml.replace("/api/v1/service-a/export", "/api/v1/orders/"));
		try {
			assertThat(decide("carol", change, "approve", "Typed.", shown)).hasStatus(409)
				.bodyText()
				.contains("value=\"recompute\"", "Typed.", "recompute first", shown)
				.doesNotContain("data-needs-acks=\"true\"");
			assertThat(decide("carol", change, "recompute", "Typed.", shown)).hasStatusOk()
				.bodyText()
				.contains("Typed.", "data-needs-acks=\"true\"")
				.doesNotContain(shown);
			assertThat(partial("carol", change, shown)).hasStatusOk()
				.bodyText()
				.contains("value=\"recompute\"", "hx-swap-oob")
				.doesNotContain("<html");
			assertThat(review(change)).isEmpty();
		}
		finally {
			this.changes.edit(SandboxChanges.SERVICE_B,
					(yaml) -> yaml.replace("/api/v1/orders/", "/api/v1/service-a/export"));
		}
	}

	@Test
	void decidingIsOffOnceTheVirtualServiceChanged() {
		RouteChange change = this.changes.timeout(25);
		String shown = shown(change);
		this.changes.edit(SandboxChanges.ORDERS, (yaml) -> yaml.replace("attempts: 2", "attempts: 3"));
		try {
			assertThat(decide("carol", change, "approve", "", shown)).hasStatus(409)
				.bodyText()
				.contains("The VirtualService changed after this change was made");
			assertThat(get("carol", path(change))).hasStatusOk().bodyText().contains("Deciding is off");
			assertThat(review(change)).isEmpty();
		}
		finally {
			this.changes.edit(SandboxChanges.ORDERS, (yaml) -> yaml.replace("attempts: 3", "attempts: 2"));
		}
	}

	@Test
	void showsAClosedChange() {
		RouteChange change = this.changes.timeout(27);
		this.changes.close(change, Phase.STALE);
		assertThat(get("carol", path(change))).hasStatusOk()
			.bodyText()
			.contains("This change is closed: Stale", "This change was decided.")
			.doesNotContain("value=\"approve\"");
		assertThat(decide("carol", change, "approve", "", "x")).hasStatus(409);
		assertThat(partial("carol", change, "x")).hasStatusOk().bodyText().contains("This change is closed: Stale");
	}

	@Test
	void asksForEveryTick() {
		RouteChange change = this.changes.submit("alice", SandboxChanges.ORDERS,
				(yaml) -> yaml.replace("exact: /api/v1/orders", "exact: /api/v1/orders/actuator"));
		String body = body(get("carol", path(change)));
		assertThat(body).contains("data-ack", "I have seen this", "Off until every box above is ticked");
		assertThat(decide("carol", change, "approve", "Typed.", shown(change))).hasStatus(422)
			.bodyText()
			.contains("Typed.", "data-ack");
		assertThat(review(change)).isEmpty();
		Matcher tick = Pattern.compile("name=\"acknowledged\"[^>]*value=\"([^\"]+)\"", Pattern.DOTALL).matcher(body);
		assertThat(tick.find()).isTrue();
		assertThat(this.mvc.post()
			.uri(path(change))
			.header("X-User", "carol")
			.with(csrf())
			.param("decision", "approve")
			.param("impact", shown(change))
			.param("acknowledged", tick.group(1))).hasStatus3xxRedirection();
		assertThat(review(change).orElseThrow().spec().acknowledged()).containsExactly(tick.group(1));
	}

	@Test
	void theLivePartSaysWhoDecidedMeanwhile() {
		RouteChange change = this.changes.timeout(26);
		String shown = shown(change);
		assertThat(partial("carol", change, shown)).hasStatusOk()
			.bodyText()
			.contains("value=\"approve\"")
			.doesNotContain("value=\"recompute\"");
		decide("dan", change, "approve", "", shown);
		assertThat(partial("carol", change, shown)).hasStatusOk()
			.bodyText()
			.contains("dan approved this change")
			.doesNotContain("value=\"approve\"");
	}

	private MvcTestResult get(String user, String path) {
		return this.mvc.get().uri(path).header("X-User", user).exchange();
	}

	private MvcTestResult partial(String user, RouteChange change, String seen) {
		return this.mvc.get()
			.uri(path(change) + "?seen=" + seen)
			.header("X-User", user)
			.header("HX-Request", "true")
			.exchange();
	}

	private MvcTestResult decide(String user, RouteChange change, String decision, String reason, String impact) {
		return this.mvc.post()
			.uri(path(change))
			.header("X-User", user)
			.with(csrf())
			.param("decision", decision)
			.param("reason", reason)
			.param("impact", impact)
			.exchange();
	}

	private String shown(RouteChange change) {
		Matcher matcher = Pattern.compile("name=\"impact\" value=\"([^\"]+)\"").matcher(body(get("dan", path(change))));
		return matcher.find() ? matcher.group(1) : "";
	}

	private static String body(MvcTestResult result) {
		return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	private Optional<RouteReview> review(RouteChange change) {
		return this.sandbox.as("admin")
			.read(ResourceKind.ROUTE_REVIEW, new ObjectKey(change.key().namespace(), change.uid()))
			.map(RouteReview::of);
	}

	private static String path(RouteChange change) {
		return "/reviews/" + change.key().namespace() + "/" + change.key().name();
	}

}
