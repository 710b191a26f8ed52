package dev.sekisho.change.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;

import dev.sekisho.change.Baseline;
import dev.sekisho.change.ChangeStatus;
import dev.sekisho.change.Condition;
import dev.sekisho.change.Drift;
import dev.sekisho.change.Json;
import dev.sekisho.change.RouteChange;
import dev.sekisho.change.RouteReview;

/**
 * A change as scripts get it.
 *
 * @param name its name
 * @param namespace its namespace
 * @param uid its uid
 * @param created when it was created
 * @param phase where it stands
 * @param spec what it proposes
 * @param specHash the hash of its spec
 * @param conditions its conditions
 * @param findings what the checks find now, in words, for an opened change that isn't
 * closed; otherwise what they found, as last computed
 * @param impact the traffic impact: as it is now for an opened change that isn't closed,
 * as in a preview; otherwise its size, as last computed
 * @param applied the object that was written
 * @param diff the difference; {@code null} in lists
 * @param preview what it would do now; {@code null} in lists and once closed
 * @param review the verdict, if there is one
 * @param drift how the live VirtualService differs from what this change made of it;
 * {@code null} in lists and if it doesn't
 * @param history the changes of the same VirtualService, the newest first
 */
record ChangeAnswer(String name, String namespace, String uid, Instant created, String phase, Spec spec,
		String specHash, List<Condition> conditions, List<?> findings, @Nullable Object impact,
		ChangeStatus.@Nullable Applied applied, @Nullable String diff, @Nullable PreviewAnswer preview,
		@Nullable ReviewAnswer review, @Nullable DriftAnswer drift, List<Past> history) {

	static ChangeAnswer of(RouteChange change) {
		return of(change, null, null, null, null, null, List.of());
	}

	static ChangeAnswer of(RouteChange change, @Nullable GenericKubernetesResource proposed, @Nullable String diff,
			@Nullable PreviewAnswer preview, @Nullable RouteReview review, @Nullable Drift drift,
			List<RouteChange> history) {
		ChangeStatus status = change.status();
		return new ChangeAnswer(change.key().name(), change.key().namespace(), change.uid(), change.created(),
				change.phase().text(), Spec.of(change, proposed), change.specHash(), status.conditions(),
				(preview != null) ? preview.findings() : status.findings(),
				(preview != null) ? preview.impact() : status.impact(), status.applied(), diff, preview,
				(review != null) ? ReviewAnswer.of(review) : null, DriftAnswer.of(drift),
				history.stream().map(Past::of).toList());
	}

	/**
	 * What a change proposes.
	 *
	 * @param action what it does
	 * @param sharedGateway the shared gateway
	 * @param virtualServiceName the VirtualService it is about
	 * @param virtualService how it shall be; {@code null} in lists and for a delete
	 * @param baseline what it was made from
	 * @param reason why
	 * @param author who proposes it
	 * @param supersedes the change it follows up; may be empty
	 */
	record Spec(String action, String sharedGateway, String virtualServiceName,
			@Nullable Map<String, Object> virtualService, Baseline baseline, String reason, String author,
			String supersedes) {

		static Spec of(RouteChange change, @Nullable GenericKubernetesResource proposed) {
			return new Spec(change.action().text(), change.sharedGateway(), change.virtualService().name(),
					(proposed != null) ? Json.tree(proposed) : null, change.baseline(), change.reason(),
					change.author().username(), change.supersedes());
		}

	}

	/**
	 * A verdict.
	 *
	 * @param verdict the verdict
	 * @param reviewer who
	 * @param reason why
	 * @param created when
	 */
	record ReviewAnswer(String verdict, String reviewer, String reason, Instant created) {

		static ReviewAnswer of(RouteReview review) {
			return new ReviewAnswer(review.verdict().text(), review.spec().reviewer().username(),
					review.spec().reason(), review.created());
		}

	}

	/**
	 * An earlier or later change.
	 *
	 * @param name its name
	 * @param action what it does
	 * @param phase where it stands
	 * @param author who proposed it
	 * @param created when
	 */
	record Past(String name, String action, String phase, String author, Instant created) {

		static Past of(RouteChange change) {
			return new Past(change.key().name(), change.action().text(), change.phase().text(),
					change.author().username(), change.created());
		}

	}

}
