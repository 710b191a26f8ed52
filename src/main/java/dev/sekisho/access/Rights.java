package dev.sekisho.access;

import java.util.Set;

import org.springframework.stereotype.Component;

import dev.sekisho.cluster.AccessQuestion;
import dev.sekisho.cluster.Cluster;
import dev.sekisho.cluster.ResourceKind;

/**
 * What a caller may do, as the cluster's own rights say (SelfSubjectAccessReview with the
 * caller's credential). {@link #mayAuthor} and {@link #mayReview} decide and are asked
 * anew at each call; what only filters a view may be up to a minute old.
 */
@Component
public class Rights {

	private final Cluster cluster;

	private final Views views;

	Rights(Cluster cluster, Views views) {
		this.cluster = cluster;
		this.views = views;
	}

	/**
	 * Whether the caller may propose changes in a namespace: create RouteChanges and
	 * RouteReviews there.
	 * @param caller the caller
	 * @param namespace the namespace
	 * @return the API server's answer, never from a cache
	 */
	public boolean mayAuthor(Caller caller, String namespace) {
		return allowed(caller, Questions.create(ResourceKind.ROUTE_CHANGE, namespace))
				&& allowed(caller, Questions.create(ResourceKind.ROUTE_REVIEW, namespace));
	}

	/**
	 * Whether the caller may approve on a shared gateway: the verb {@code approve},
	 * checked without a namespace, so that no namespaced RoleBinding answers it.
	 * @param caller the caller
	 * @param sharedGateway the name of the shared gateway
	 * @return the API server's answer, never from a cache
	 */
	public boolean mayReview(Caller caller, String sharedGateway) {
		return allowed(caller, Questions.approve(sharedGateway));
	}

	/**
	 * Whether the caller may approve on a shared gateway, up to a minute old; for what
	 * pages show, not for decisions.
	 * @param caller the caller
	 * @param sharedGateway the name of the shared gateway
	 * @return whether they may, as last known
	 */
	public boolean isReviewer(Caller caller, String sharedGateway) {
		return this.views.isReviewer(caller, sharedGateway);
	}

	/**
	 * Whether the caller may edit a shared gateway, or make one, up to a minute old; for
	 * what pages offer. Who writes it is the caller, so the API server decides.
	 * @param caller the caller
	 * @param sharedGateway the name of the shared gateway; empty for a new one
	 * @return whether they may, as last known
	 */
	public boolean isPlatform(Caller caller, String sharedGateway) {
		return this.views.isPlatform(caller, sharedGateway);
	}

	/**
	 * The namespaces whose routes the caller may see, on any gateway. Up to a minute old.
	 * @param caller the caller
	 * @return the visibility
	 */
	public Visibility visibility(Caller caller) {
		return this.views.visibility(caller);
	}

	/**
	 * The namespaces whose routes on one shared gateway the caller may see: all of them
	 * for who may approve there. Up to a minute old.
	 * @param caller the caller
	 * @param sharedGateway the name of the shared gateway
	 * @return the visibility
	 */
	public Visibility visibility(Caller caller, String sharedGateway) {
		return this.views.visibility(caller, sharedGateway);
	}

	/**
	 * The namespaces in which the caller may propose changes. Up to a minute old; for
	 * choices on a form, not for decisions.
	 * @param caller the caller
	 * @return the namespaces, sorted
	 */
	public Set<String> authorNamespaces(Caller caller) {
		return this.views.authorNamespaces(caller);
	}

	/**
	 * The shared gateways on which the caller may approve. Up to a minute old; for what a
	 * page offers, not for decisions.
	 * @param caller the caller
	 * @return their names, sorted
	 */
	public Set<String> reviewedGateways(Caller caller) {
		return this.views.reviewedGateways(caller);
	}

	private boolean allowed(Caller caller, AccessQuestion question) {
		return this.cluster.as(caller.credential()).allowed(question);
	}

}
