package dev.sekisho.review;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.springframework.stereotype.Component;

import dev.sekisho.access.Caller;
import dev.sekisho.access.Rights;
import dev.sekisho.change.ChangeRefused;
import dev.sekisho.change.ChangeRefused.Reason;
import dev.sekisho.change.ChangeView;
import dev.sekisho.change.Changes;
import dev.sekisho.change.InputProblem;
import dev.sekisho.change.InputRefused;
import dev.sekisho.change.Phase;
import dev.sekisho.change.Preview;
import dev.sekisho.change.RouteChange;
import dev.sekisho.change.RouteReview;
import dev.sekisho.change.RouteReview.Verdict;
import dev.sekisho.cluster.Freshness;
import dev.sekisho.cluster.ObjectKey;

/**
 * Verdicts on changes, each written as the reviewer's own RouteReview.
 */
@Component
public class Reviews {

	private static final int LONGEST_REASON = 2000;

	private static final Comparator<RouteChange> OLDEST_FIRST = Comparator.comparing(RouteChange::created)
		.thenComparing(RouteChange::key);

	private final Changes changes;

	private final Rights rights;

	private final Outlooks outlooks;

	Reviews(Changes changes, Rights rights, Outlooks outlooks) {
		this.changes = changes;
		this.rights = rights;
		this.outlooks = outlooks;
	}

	/**
	 * The changes that wait for this reviewer: pending ones of other authors, on the
	 * shared gateways the caller may approve on, as last known.
	 * @param caller the reviewer
	 * @return the changes, the oldest first
	 */
	public List<RouteChange> queue(Caller caller) {
		Map<String, Boolean> may = new HashMap<>();
		return this.changes.list(caller, new Changes.Query("", Phase.PENDING, ""))
			.stream()
			.filter((change) -> !change.author().username().equals(caller.username()))
			.filter((change) -> may.computeIfAbsent(change.sharedGateway(),
					(gateway) -> this.rights.isReviewer(caller, gateway)))
			.sorted(OLDEST_FIRST)
			.toList();
	}

	/**
	 * What a change of the queue would do.
	 * @param change the change
	 * @return the outlook; empty if it can't be told
	 */
	public Optional<Outlook> outlook(RouteChange change) {
		return this.outlooks.of(change);
	}

	/**
	 * What a change of the queue proposes.
	 * @param change the change
	 * @return the VirtualService; empty for a delete
	 */
	public Optional<GenericKubernetesResource> proposed(RouteChange change) {
		return this.outlooks.proposed(change);
	}

	/**
	 * How old the queue may be.
	 * @return its freshness
	 */
	public Freshness freshness() {
		return this.changes.freshness();
	}

	/**
	 * Opens a change.
	 * @param caller who asks
	 * @param key the change
	 * @return the change
	 * @throws ChangeRefused if there is none, or the caller doesn't see it
	 */
	public ChangeView open(Caller caller, ObjectKey key) {
		return this.changes.open(caller, key);
	}

	/**
	 * Whether the caller can decide on a change.
	 * @param caller who asks
	 * @param view the change, opened
	 * @return the standing; the reviewer's right as last known
	 */
	public Standing standing(Caller caller, ChangeView view) {
		RouteChange change = view.change();
		Preview preview = view.preview();
		if (view.review() != null || change.phase() != Phase.PENDING) {
			return Standing.DECIDED;
		}
		if (change.author().username().equals(caller.username())) {
			return Standing.OWN;
		}
		if (!this.rights.isReviewer(caller, change.sharedGateway())) {
			return Standing.NOT_REVIEWER;
		}
		if (preview == null || !ReviewSpecs.ready(preview)) {
			return Standing.NOT_READY;
		}
		if (!change.baseline().holds(preview.live())) {
			return Standing.STALE;
		}
		return preview.verdict().blocked() ? Standing.BLOCKED : Standing.OPEN;
	}

	/**
	 * Decides on a change. The same once more, because the answer was lost or the button
	 * was pressed twice, finds the review that was made.
	 * @param caller the reviewer; for {@link Verdict#WITHDRAWN} the author
	 * @param key the change
	 * @param decision the verdict, with what it is based on
	 * @return the review
	 * @throws InputRefused if something of the decision can't be taken
	 * @throws ChangeRefused if the caller may not decide, it was decided already, or what
	 * was seen isn't so any more
	 */
	public RouteReview decide(Caller caller, ObjectKey key, Decision decision) {
		if (decision.verdict() == Verdict.WITHDRAWN) {
			return this.changes.withdraw(caller, key);
		}
		checkReason(decision);
		ChangeView view = this.changes.open(caller, key);
		RouteChange change = view.change();
		checkRight(caller, change);
		RouteReview before = view.review();
		if (before != null && decision.isThatOf(before, caller)) {
			return before;
		}
		if (before != null || change.phase() != Phase.PENDING) {
			throw new ChangeRefused(Reason.DECIDED, null, before);
		}
		if (decision.verdict() == Verdict.REJECTED) {
			return this.changes.create(caller, change, ReviewSpecs.rejection(caller, change, decision));
		}
		return this.changes.create(caller, change, ReviewSpecs.approval(caller, change, decision, view.preview()));
	}

	private static void checkReason(Decision decision) {
		if (decision.reason().isBlank() && decision.verdict() == Verdict.REJECTED) {
			throw new InputRefused(InputProblem.at("reason", "required"));
		}
		if (decision.reason().length() > LONGEST_REASON) {
			throw new InputRefused(InputProblem.at("reason", "too-long", String.valueOf(decision.reason().length()),
					String.valueOf(LONGEST_REASON)));
		}
	}

	// The gateway is the stored change's, never the request's.
	private void checkRight(Caller caller, RouteChange change) {
		if (!this.rights.mayReview(caller, change.sharedGateway())) {
			throw new ChangeRefused(Reason.NOT_ALLOWED);
		}
		if (change.author().username().equals(caller.username())) {
			throw new ChangeRefused(Reason.OWN_CHANGE);
		}
	}

	/**
	 * A decision.
	 *
	 * @param verdict the verdict
	 * @param reason why; needed to reject
	 * @param impactHash the hash of the impact that was seen; needed to approve
	 * @param acknowledged the ids of the findings that were acknowledged
	 * @param gatewayGeneration the generation of the shared gateway that was seen; 0 if
	 * that isn't said
	 */
	public record Decision(Verdict verdict, String reason, String impactHash, Set<String> acknowledged,
			long gatewayGeneration) {

		public Decision {
			acknowledged = Set.copyOf(acknowledged);
		}

		boolean isThatOf(RouteReview review, Caller caller) {
			RouteReview.Spec spec = review.spec();
			return spec.reviewer().username().equals(caller.username()) && spec.verdict() == this.verdict
					&& spec.reason().equals(this.reason.strip())
					&& (this.verdict != Verdict.APPROVED || spec.impactHash().equals(this.impactHash));
		}

		boolean saw(Preview preview) {
			return preview.digest().hash().equals(this.impactHash)
					&& (this.gatewayGeneration == 0 || this.gatewayGeneration == preview.sharedGateway().generation());
		}

	}

}
