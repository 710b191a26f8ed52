package dev.sekisho.apply;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.sekisho.change.Action;
import dev.sekisho.change.Baseline;
import dev.sekisho.change.ChangeStatus;
import dev.sekisho.change.ChangeStatus.Found;
import dev.sekisho.change.ImpactDigest;
import dev.sekisho.change.RouteChange;
import dev.sekisho.change.RouteChange.Person;
import dev.sekisho.change.RouteReview;
import dev.sekisho.change.RouteReview.GatewayState;
import dev.sekisho.change.RouteReview.Spec;
import dev.sekisho.change.RouteReview.Verdict;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.route.SharedGateway;

import static org.assertj.core.api.Assertions.assertThat;

class ReviewMatchTests {

	private static final String PORTAL = "system:serviceaccount:sekisho:sekisho";

	private static final RouteChange CHANGE = new RouteChange(new ObjectKey("orders", "orders-x1"), "u1", "5", 1,
			Instant.EPOCH, Action.CREATE, "sample-gateway", new ObjectKey("orders", "orders"), Baseline.ABSENT,
			new Person("alice", ""), "why", "", "sha256:spec", ChangeStatus.NEW, "/orders");

	private static final Spec SPEC = new Spec("orders-x1", "u1", "sha256:spec", "alice",
			new GatewayState("sample-gateway", "g1", 3), Verdict.APPROVED, "v1:sha256:impact", List.of("e1", "e2"),
			List.of("f1"), "", new Person("carol", ""));

	@Test
	void acceptsAReviewWhoseCopiesAreTrue() {
		assertThat(ReviewMatch.mismatch(review(SPEC), CHANGE, PORTAL)).isNull();
		assertThat(ReviewMatch.approval(review(SPEC), CHANGE, PORTAL)).isNull();
	}

	static Stream<Arguments> falseCopies() {
		GatewayState gateway = SPEC.gateway();
		Person carol = SPEC.reviewer();
		return Stream.of(
				Arguments.of("ReviewOfAnotherChange",
						new Spec("other", "u1", "sha256:spec", "alice", gateway, Verdict.APPROVED, "", List.of(),
								List.of(), "", carol)),
				Arguments.of("ReviewOfAnotherChange",
						new Spec("orders-x1", "u2", "sha256:spec", "alice", gateway, Verdict.APPROVED, "", List.of(),
								List.of(), "", carol)),
				Arguments.of("ReviewCopiesDiffer",
						new Spec("orders-x1", "u1", "sha256:other", "alice", gateway, Verdict.APPROVED, "", List.of(),
								List.of(), "", carol)),
				Arguments.of("ReviewCopiesDiffer",
						new Spec("orders-x1", "u1", "", "alice", gateway, Verdict.APPROVED, "", List.of(), List.of(),
								"", carol)),
				Arguments.of("ReviewCopiesDiffer",
						new Spec("orders-x1", "u1", "sha256:spec", "bob", gateway, Verdict.APPROVED, "", List.of(),
								List.of(), "", carol)),
				Arguments.of("ReviewCopiesDiffer",
						new Spec("orders-x1", "u1", "sha256:spec", "alice", new GatewayState("other", "g1", 3),
								Verdict.REJECTED, "", List.of(), List.of(), "no", carol)),
				Arguments.of("ReviewedByAuthor",
						new Spec("orders-x1", "u1", "sha256:spec", "alice", gateway, Verdict.APPROVED, "", List.of(),
								List.of(), "", new Person("alice", ""))),
				Arguments.of("ReviewerNotAccepted",
						new Spec("orders-x1", "u1", "sha256:spec", "alice", gateway, Verdict.APPROVED, "", List.of(),
								List.of(), "", new Person(PORTAL, ""))),
				Arguments.of("ReviewerNotAccepted",
						new Spec("orders-x1", "u1", "sha256:spec", "alice", gateway, Verdict.APPROVED, "", List.of(),
								List.of(), "", new Person("", ""))),
				Arguments.of("WithdrawnByAnother", new Spec("orders-x1", "u1", "sha256:spec", "alice", gateway,
						Verdict.WITHDRAWN, "", List.of(), List.of(), "", carol)));
	}

	@ParameterizedTest
	@MethodSource("falseCopies")
	void refusesAReviewWithAFalseCopy(String reason, Spec spec) {
		assertThat(ReviewMatch.mismatch(review(spec), CHANGE, PORTAL)).isEqualTo(reason);
		assertThat(ReviewMatch.approval(review(spec), CHANGE, PORTAL)).isEqualTo(reason);
	}

	@Test
	void refusesAReviewUnderAnotherName() {
		RouteReview renamed = new RouteReview(new ObjectKey("orders", "u2"), Instant.EPOCH, SPEC);
		assertThat(ReviewMatch.mismatch(renamed, CHANGE, PORTAL)).isEqualTo("ReviewOfAnotherChange");
	}

	@Test
	void theAuthorMayWithdrawWithoutTheHash() {
		Spec withdrawn = new Spec("orders-x1", "u1", "", "alice", new GatewayState("sample-gateway", "", 0),
				Verdict.WITHDRAWN, "", List.of(), List.of(), "", new Person("alice", ""));
		assertThat(ReviewMatch.mismatch(review(withdrawn), CHANGE, PORTAL)).isNull();
		assertThat(ReviewMatch.approval(review(withdrawn), CHANGE, PORTAL)).isEqualTo("NotApproved");
	}

	@Test
	void anApprovalHoldsForTheSameImpactOrLess() {
		assertThat(outdated(gateway("g1", 3), List.of("e1", "e2"), Set.of("f1"))).isNull();
		assertThat(outdated(gateway("g1", 3), List.of("e2"), Set.of())).isNull();
		assertThat(outdated(gateway("g1", 3), List.of(), Set.of())).isNull();
	}

	@Test
	void anApprovalHoldsNoLongerOnceMoreHappensThanWasSeen() {
		assertThat(outdated(gateway("g1", 3), List.of("e1", "e3"), Set.of("f1"))).isEqualTo("ImpactChanged");
		assertThat(outdated(gateway("g1", 4), List.of("e1"), Set.of("f1"))).isEqualTo("SharedGatewayChanged");
		assertThat(outdated(gateway("g2", 3), List.of("e1"), Set.of("f1"))).isEqualTo("SharedGatewayChanged");
		assertThat(outdated(gateway("g1", 3), List.of("e1"), Set.of("f1", "f2"))).isEqualTo("NotAcknowledged");
	}

	@Test
	void theHashAloneNamesTheSameImpact() {
		Spec hashOnly = new Spec("orders-x1", "u1", "sha256:spec", "alice", SPEC.gateway(), Verdict.APPROVED,
				"v1:sha256:impact", List.of(), List.of(), "", SPEC.reviewer());
		Assessment same = new Assessment(new ImpactDigest("v1:sha256:impact", List.of("e1"), 1, 0), List.of());
		Assessment other = new Assessment(new ImpactDigest("v1:sha256:other", List.of("e1"), 1, 0), List.of());
		assertThat(ReviewMatch.outdated(review(hashOnly), gateway("g1", 3), same)).isNull();
		assertThat(ReviewMatch.outdated(review(hashOnly), gateway("g1", 3), other)).isEqualTo("ImpactChanged");
	}

	private static String outdated(SharedGateway gateway, List<String> entries, Set<String> toAcknowledge) {
		List<Found> found = toAcknowledge.stream().map((id) -> new Found(id, "SKS1", "Warning", true, "")).toList();
		return ReviewMatch.outdated(review(SPEC), gateway,
				new Assessment(new ImpactDigest("v1:sha256:now", entries, entries.size(), 0), found));
	}

	private static SharedGateway gateway(String uid, long generation) {
		return new SharedGateway("sample-gateway", uid, generation, new ObjectKey("istio-ingress", "sample-gateway"),
				List.of(), null, SharedGateway.Approval.ALWAYS, SharedGateway.Delivery.APPLY,
				SharedGateway.OwnerRule.DEFAULT, Set.of());
	}

	private static RouteReview review(Spec spec) {
		return new RouteReview(new ObjectKey("orders", spec.changeUid()), Instant.EPOCH, spec);
	}

}
