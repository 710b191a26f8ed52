package dev.sekisho.change;

import java.util.List;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;

/**
 * A change, opened.
 *
 * @param change the change
 * @param proposed the VirtualService it proposes; {@code null} for a delete
 * @param baseline the VirtualService it was made from, if there was one and it was kept
 * @param diff the difference between them as unified diff
 * @param preview what it would do now, while it is open; {@code null} once closed, or if
 * it can't be told
 * @param review the verdict, if there is one
 * @param history the changes of the same VirtualService, the newest first, this one
 * included
 * @param drift how the live VirtualService differs from what this change made of it;
 * {@code null} if it doesn't, if this isn't the change that was applied last, or if that
 * isn't known
 * @param complete whether the API server was asked; if not, this is what the watch last
 * saw, without the VirtualServices
 */
public record ChangeView(RouteChange change, @Nullable GenericKubernetesResource proposed,
		@Nullable GenericKubernetesResource baseline, String diff, @Nullable Preview preview,
		@Nullable RouteReview review, List<RouteChange> history, @Nullable Drift drift, boolean complete) {

	public ChangeView {
		history = List.copyOf(history);
	}

}
