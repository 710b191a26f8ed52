package dev.sekisho.change;

import java.util.List;
import java.util.Optional;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.sekisho.access.Caller;
import dev.sekisho.access.Rights;
import dev.sekisho.access.Visibility;
import dev.sekisho.change.ChangeRefused.Reason;
import dev.sekisho.change.RouteChange.Person;
import dev.sekisho.change.RouteReview.GatewayState;
import dev.sekisho.change.RouteReview.Verdict;
import dev.sekisho.check.Stage;
import dev.sekisho.cluster.Cluster;
import dev.sekisho.cluster.ClusterException;
import dev.sekisho.cluster.Freshness;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.cluster.ResourceKind;
import dev.sekisho.cluster.WriteOptions;
import dev.sekisho.route.SharedGateways;

/**
 * The changes there are. Lists come from the watch caches, an opened change from the API
 * server.
 */
@Component
public class Changes {

	private final Cluster cluster;

	private final Rights rights;

	private final Previews previews;

	private final SharedGateways sharedGateways;

	private final SeenChanges seen;

	Changes(Cluster cluster, Rights rights, Previews previews, SharedGateways sharedGateways, SeenChanges seen) {
		this.cluster = cluster;
		this.rights = rights;
		this.previews = previews;
		this.sharedGateways = sharedGateways;
		this.seen = seen;
	}

	/**
	 * How old the lists may be.
	 * @return their freshness
	 */
	public Freshness freshness() {
		return this.seen.freshness();
	}

	/**
	 * The changes the caller sees.
	 * @param caller who asks
	 * @param query which of them
	 * @return the changes, the newest first
	 */
	public List<RouteChange> list(Caller caller, Query query) {
		Visibility visibility = this.rights.visibility(caller);
		return this.seen.those((change) -> query.matches(change)
				&& (visibility.sees(change.key().namespace()) || sees(caller, change)));
	}

	/**
	 * The review of a change, as the watch last saw it.
	 * @param change a change the caller sees
	 * @return the review, if there is one
	 */
	public Optional<RouteReview> seenReview(RouteChange change) {
		return this.seen.review(change);
	}

	/**
	 * The change that followed another one.
	 * @param change a change the caller sees
	 * @return the latest change that says it supersedes it, if there is one
	 */
	public Optional<RouteChange> successor(RouteChange change) {
		return this.seen
			.those((other) -> other.key().namespace().equals(change.key().namespace())
					&& other.supersedes().equals(change.key().name()))
			.stream()
			.findFirst();
	}

	/**
	 * Opens a change. While the API server can't be reached, what the watch last saw of
	 * it.
	 * @param caller who asks
	 * @param key the change
	 * @return the change
	 * @throws ChangeRefused if there is none, or the caller doesn't see it
	 */
	public ChangeView open(Caller caller, ObjectKey key) {
		try {
			return opened(caller,
					this.cluster.asPortal()
						.read(ResourceKind.ROUTE_CHANGE, key)
						.orElseThrow(() -> new ChangeRefused(Reason.NOT_FOUND)));
		}
		catch (ClusterException ex) {
			if (ex.reason() != ClusterException.Reason.UNAVAILABLE) {
				throw ex;
			}
			RouteChange change = this.seen.find(key).filter((one) -> sees(caller, one)).orElseThrow(() -> ex);
			return new ChangeView(change, null, null, "", null, this.seen.review(change).orElse(null), history(change),
					null, false);
		}
	}

	private ChangeView opened(Caller caller, GenericKubernetesResource object) {
		RouteChange change = RouteChange.of(object);
		if (!sees(caller, change)) {
			throw new ChangeRefused(Reason.NOT_FOUND);
		}
		GenericKubernetesResource proposed = RouteChange.proposed(object);
		GenericKubernetesResource baseline = RouteChange.baseline(object);
		return new ChangeView(change, proposed, baseline, Diffs.unified(baseline, proposed),
				change.phase().closed() ? null : preview(change, proposed), review(change), history(change),
				drift(change, proposed), true);
	}

	/**
	 * Takes a change back, as its author.
	 * @param caller the author
	 * @param key the change
	 * @return the review that says so
	 * @throws ChangeRefused if the caller isn't its author, or it was decided already
	 */
	public RouteReview withdraw(Caller caller, ObjectKey key) {
		ChangeView view = open(caller, key);
		RouteChange change = view.change();
		if (!change.author().username().equals(caller.username())) {
			throw new ChangeRefused(Reason.NOT_ALLOWED);
		}
		if (change.phase() != Phase.PENDING) {
			throw new ChangeRefused(Reason.DECIDED, null, view.review());
		}
		return create(caller, change,
				new RouteReview.Spec(change.key().name(), change.uid(), change.specHash(), change.author().username(),
						new GatewayState(change.sharedGateway(), "", 0), Verdict.WITHDRAWN, "", List.of(), List.of(),
						"", new Person(caller.username(), caller.identity().uid())));
	}

	/**
	 * Creates a review as the caller. There is one for each change at most: the API
	 * server refuses a second one of that name. Creating the same once more finds it.
	 * @param caller who decides
	 * @param change the change
	 * @param spec what the review says
	 * @return the review
	 * @throws ChangeRefused if the change was decided already
	 */
	public RouteReview create(Caller caller, RouteChange change, RouteReview.Spec spec) {
		try {
			return RouteReview.of(this.cluster.as(caller.credential())
				.create(ResourceKind.ROUTE_REVIEW, RouteReview.resource(change, spec), WriteOptions.STORE)
				.object());
		}
		catch (ClusterException ex) {
			if (ex.reason() != ClusterException.Reason.ALREADY_EXISTS) {
				throw ex;
			}
			RouteReview before = review(change);
			if (before != null && before.spec().equals(spec)) {
				return before;
			}
			throw new ChangeRefused(Reason.DECIDED, null, before);
		}
	}

	private @Nullable RouteReview review(RouteChange change) {
		return this.cluster.asPortal()
			.read(ResourceKind.ROUTE_REVIEW, new ObjectKey(change.key().namespace(), change.uid()))
			.map(RouteReview::of)
			.orElse(null);
	}

	private @Nullable Preview preview(RouteChange change, @Nullable GenericKubernetesResource proposed) {
		GenericKubernetesResource live = this.cluster.asPortal()
			.read(ResourceKind.VIRTUAL_SERVICE, change.virtualService())
			.orElse(null);
		try {
			return this.sharedGateways.find(change.sharedGateway())
				.map((gateway) -> this.previews.preview(change.virtualService(), proposed, live, gateway, Stage.SUBMIT,
						List.of()))
				.orElse(null);
		}
		catch (ChangeRefused ex) {
			return null;
		}
	}

	private @Nullable Drift drift(RouteChange change, @Nullable GenericKubernetesResource proposed) {
		if (change.phase() != Phase.APPLIED || history(change).stream().anyMatch(change::isOvertakenBy)) {
			return null;
		}
		return Drift
			.of(change, proposed, this.cluster.asPortal().read(ResourceKind.VIRTUAL_SERVICE, change.virtualService()))
			.orElse(null);
	}

	private List<RouteChange> history(RouteChange change) {
		return this.seen.those((other) -> other.virtualService().equals(change.virtualService()));
	}

	private boolean sees(Caller caller, RouteChange change) {
		return this.rights.visibility(caller, change.sharedGateway()).sees(change.key().namespace())
				|| this.rights.authorNamespaces(caller).contains(change.key().namespace());
	}

	/**
	 * Which changes.
	 *
	 * @param namespace their namespace; empty for any
	 * @param phase their phase; {@code null} for any
	 * @param author their author; empty for any
	 */
	public record Query(String namespace, @Nullable Phase phase, String author) {

		/** Every change. */
		public static final Query ALL = new Query("", null, "");

		boolean matches(RouteChange change) {
			return (this.namespace.isEmpty() || this.namespace.equals(change.key().namespace()))
					&& (this.phase == null || this.phase == change.phase())
					&& (this.author.isEmpty() || this.author.equals(change.author().username()));
		}

	}

}
