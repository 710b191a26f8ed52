package dev.sekisho.cluster;

import java.util.List;
import java.util.Optional;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;

/**
 * Calls to the API server as one identity. Every call is bounded in time and throws a
 * {@link ClusterException} that says what happened; nothing of the client's own
 * exceptions gets out. Reads are quorum reads. Objects are raw: what isn't known is kept.
 */
public interface ApiAccess {

	/**
	 * Reads an object.
	 * @param kind its kind
	 * @param key its key
	 * @return the object; empty if there is none
	 */
	Optional<GenericKubernetesResource> read(ResourceKind kind, ObjectKey key);

	/**
	 * Lists objects, whole, page by page.
	 * @param kind their kind
	 * @param namespace the namespace; empty for all
	 * @return the objects
	 */
	List<GenericKubernetesResource> list(ResourceKind kind, String namespace);

	/**
	 * Creates an object (POST).
	 * @param kind its kind
	 * @param object the object, with its name
	 * @param options how
	 * @return what the API server returned, with its warnings
	 */
	Written create(ResourceKind kind, GenericKubernetesResource object, WriteOptions options);

	/**
	 * Replaces an object (PUT) if its resourceVersion is still the given one.
	 * @param kind its kind
	 * @param object the object, with the resourceVersion it was read with
	 * @param options how
	 * @return what the API server returned, with its warnings
	 */
	Written replace(ResourceKind kind, GenericKubernetesResource object, WriteOptions options);

	/**
	 * Replaces an object's status (PUT) if its resourceVersion is still the given one.
	 * @param kind its kind
	 * @param object the object, with the resourceVersion it was read with
	 * @return what the API server returned
	 */
	GenericKubernetesResource replaceStatus(ResourceKind kind, GenericKubernetesResource object);

	/**
	 * Deletes an object if it still is the one that was seen.
	 * @param kind its kind
	 * @param key its key
	 * @param uid the uid it must have
	 * @param resourceVersion the resourceVersion it must have; {@code null} for any
	 * @param options how
	 */
	void delete(ResourceKind kind, ObjectKey key, String uid, @Nullable String resourceVersion, WriteOptions options);

	/**
	 * Whether this identity may do something; asked anew at each call.
	 * @param question what
	 * @return the API server's answer
	 */
	boolean allowed(AccessQuestion question);

	/**
	 * Who this identity is, as the API server sees it.
	 * @return the identity
	 */
	Identity whoAmI();

}
