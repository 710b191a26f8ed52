package dev.sekisho.cluster;

import java.util.Optional;
import java.util.function.Function;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;

/**
 * The cluster the portal works on.
 */
public interface Cluster {

	/**
	 * Which cluster this is.
	 * @return its description
	 */
	ClusterInfo info();

	/**
	 * Calls as somebody.
	 * @param credential as whom
	 * @return the access
	 */
	ApiAccess as(Credential credential);

	/**
	 * Calls as the portal.
	 * @return the access
	 */
	default ApiAccess asPortal() {
		return as(new Credential.Portal());
	}

	/**
	 * Asks the API server whose token this is (TokenReview, or SelfSubjectReview where
	 * the portal may not create token reviews).
	 * @param token a bearer token
	 * @return its owner; empty if the token isn't valid
	 */
	Optional<Identity> reviewToken(String token);

	/**
	 * Asks the API server whose token this is, if it is meant for an audience
	 * (TokenReview).
	 * @param token a bearer token
	 * @param audience whom it must be meant for
	 * @return its owner; empty if the token isn't valid, is meant for others, or if
	 * nothing is known of audiences
	 */
	default Optional<Identity> reviewToken(String token, String audience) {
		return Optional.empty();
	}

	/**
	 * Follows all objects of a kind. Call it once a kind and projection, when the
	 * application starts; the watch begins by itself and ends with the application.
	 * @param <T> the type of the records
	 * @param kind the kind
	 * @param projection makes the record that is held; gets the object without
	 * managedFields; what it throws sets that object aside and is logged
	 * @return the cache
	 */
	<T> WatchCache<T> watch(ResourceKind kind, Function<GenericKubernetesResource, T> projection);

}
