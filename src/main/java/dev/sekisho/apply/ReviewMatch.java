package dev.sekisho.apply;

import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.sekisho.change.ChangeStatus.Found;
import dev.sekisho.change.RouteChange;
import dev.sekisho.change.RouteReview;
import dev.sekisho.change.RouteReview.Verdict;
import dev.sekisho.route.SharedGateway;

/**
 * Compares each field that a review copied with the original. A review that was written
 * past the portal may say anything; a false copy makes it invalid.
 */
final class ReviewMatch {

	private ReviewMatch() {
	}

	/**
	 * Why a review doesn't count.
	 * @param review the review
	 * @param change the change it should be about
	 * @param portal the portal's own user name, which never reviews
	 * @return a reason code; {@code null} if the review counts
	 */
	static @Nullable String mismatch(RouteReview review, RouteChange change, String portal) {
		RouteReview.Spec spec = review.spec();
		if (!spec.changeUid().equals(change.uid()) || !spec.changeName().equals(change.key().name())
				|| !review.key().name().equals(change.uid())) {
			return "ReviewOfAnotherChange";
		}
		// Who takes a change back by kubectl may leave the hash out.
		boolean hashLeftOut = review.verdict() == Verdict.WITHDRAWN && spec.specHash().isEmpty();
		if (!(hashLeftOut || spec.specHash().equals(change.specHash()))
				|| !spec.author().equals(change.author().username())
				|| !spec.gateway().name().equals(change.sharedGateway())) {
			return "ReviewCopiesDiffer";
		}
		boolean byAuthor = spec.reviewer().username().equals(change.author().username());
		if (review.verdict() == Verdict.WITHDRAWN) {
			return byAuthor ? null : "WithdrawnByAnother";
		}
		if (byAuthor) {
			return "ReviewedByAuthor";
		}
		if (spec.reviewer().username().equals(portal) || spec.reviewer().username().isEmpty()) {
			return "ReviewerNotAccepted";
		}
		return null;
	}

	/**
	 * Why a review doesn't allow a change.
	 * @param review the review
	 * @param change the change it should be about
	 * @param portal the portal's own user name
	 * @return a reason code; {@code null} if it is an approval that counts
	 */
	static @Nullable String approval(RouteReview review, RouteChange change, String portal) {
		String mismatch = mismatch(review, change, portal);
		return (mismatch == null && review.verdict() != Verdict.APPROVED) ? "NotApproved" : mismatch;
	}

	/**
	 * Why an approval isn't enough for what the change does now.
	 * @param review the approval
	 * @param gateway the shared gateway as it is
	 * @param assessment the change as it is judged now
	 * @return a reason code; {@code null} if it is enough
	 */
	static @Nullable String outdated(RouteReview review, SharedGateway gateway, Assessment assessment) {
		RouteReview.Spec spec = review.spec();
		if (!spec.gateway().uid().equals(gateway.uid()) || spec.gateway().generation() != gateway.generation()) {
			return "SharedGatewayChanged";
		}
		boolean same = assessment.digest().hash().equals(spec.impactHash());
		if (!same && !assessment.digest().within(spec.impactEntries())) {
			return "ImpactChanged";
		}
		Set<String> ticked = Set.copyOf(spec.acknowledged());
		Set<String> needed = assessment.found()
			.stream()
			.filter(Found::acknowledge)
			.map(Found::id)
			.collect(Collectors.toSet());
		return ticked.containsAll(needed) ? null : "NotAcknowledged";
	}

}
