package dev.sekisho.review;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.sekisho.access.Caller;
import dev.sekisho.change.ChangeRefused;
import dev.sekisho.change.ChangeRefused.Reason;
import dev.sekisho.change.Preview;
import dev.sekisho.change.RouteChange;
import dev.sekisho.change.RouteChange.Person;
import dev.sekisho.change.RouteReview;
import dev.sekisho.change.RouteReview.GatewayState;
import dev.sekisho.check.Finding;
import dev.sekisho.route.SharedGateway;

/**
 * Makes the content of a review: every field that binds it to the change and to what was
 * seen.
 */
final class ReviewSpecs {

	private ReviewSpecs() {
	}

	/**
	 * What a rejection says.
	 * @param caller the reviewer
	 * @param change the change
	 * @param decision the decision
	 * @return the content of the review
	 */
	static RouteReview.Spec rejection(Caller caller, RouteChange change, Reviews.Decision decision) {
		return spec(caller, change, decision, new GatewayState(change.sharedGateway(), "", 0), "", List.of());
	}

	/**
	 * What an approval says.
	 * @param caller the reviewer
	 * @param change the change
	 * @param decision the decision
	 * @param preview what the change does now; {@code null} if that isn't known
	 * @return the content of the review
	 * @throws ChangeRefused if what was seen isn't so any more, or something of it can't
	 * be approved
	 */
	static RouteReview.Spec approval(Caller caller, RouteChange change, Reviews.Decision decision,
			@Nullable Preview preview) {
		if (preview == null || !ready(preview)) {
			throw new ChangeRefused(Reason.NOT_READY);
		}
		if (!change.baseline().holds(preview.live())) {
			throw new ChangeRefused(Reason.BASELINE_CHANGED, preview, null);
		}
		if (preview.verdict().blocked()) {
			throw new ChangeRefused(Reason.BLOCKED, preview, null);
		}
		if (!decision.saw(preview)) {
			throw new ChangeRefused(Reason.IMPACT_CHANGED, preview, null);
		}
		Set<String> needed = preview.verdict()
			.findings()
			.stream()
			.filter(Finding::acknowledge)
			.map(Finding::id)
			.collect(Collectors.toSet());
		if (!decision.acknowledged().containsAll(needed)) {
			throw new ChangeRefused(Reason.NOT_ACKNOWLEDGED, preview, null);
		}
		SharedGateway gateway = preview.sharedGateway();
		return spec(caller, change, decision, new GatewayState(gateway.name(), gateway.uid(), gateway.generation()),
				preview.digest().hash(), preview.digest().entries());
	}

	static boolean ready(Preview preview) {
		return preview.freshness().live() && !preview.sharedGateway().derived();
	}

	private static RouteReview.Spec spec(Caller caller, RouteChange change, Reviews.Decision decision,
			GatewayState gateway, String impactHash, List<String> entries) {
		return new RouteReview.Spec(change.key().name(), change.uid(), change.specHash(), change.author().username(),
				gateway, decision.verdict(), impactHash, entries,
				decision.acknowledged().stream().sorted().distinct().toList(), decision.reason().strip(),
				new Person(caller.username(), caller.identity().uid()));
	}

}
