package dev.sekisho.cluster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;

import dev.sekisho.cluster.ClusterException.Reason;

/**
 * Calls to the API server as one identity.
 */
final class ConnectedAccess implements ApiAccess {

	private static final String FIELD_MANAGER = "sekisho";

	private static final int LISTS = 3;

	private final Wire wire;

	private final Credential credential;

	private final AccessReviews reviews;

	private final boolean writable;

	ConnectedAccess(Wire wire, Credential credential, boolean writable) {
		this.wire = wire;
		this.credential = credential;
		this.reviews = new AccessReviews(wire.transport(), credential);
		this.writable = writable;
	}

	@Override
	public Optional<GenericKubernetesResource> read(ResourceKind kind, ObjectKey key) {
		Optional<String> version = this.wire.versions().find(kind);
		if (version.isEmpty()) {
			return Optional.empty();
		}
		try {
			ApiRequest request = ApiRequest.get(Paths.object(kind, version.get(), key));
			return Optional.of(RawJson.object(send(request)));
		}
		catch (ClusterException ex) {
			if (ex.reason() == Reason.NOT_FOUND) {
				forgetIfNotServed(kind, ex);
				return Optional.empty();
			}
			throw ex;
		}
	}

	@Override
	public List<GenericKubernetesResource> list(ResourceKind kind, String namespace) {
		for (int round = 1;; round++) {
			List<GenericKubernetesResource> objects = new ArrayList<>();
			try {
				this.wire.listing().read(kind, namespace, this.credential, (item) -> objects.add(object(item)));
				return objects;
			}
			catch (ClusterException ex) {
				if (ex.reason() != Reason.GONE || round == LISTS) {
					throw ex;
				}
			}
		}
	}

	@Override
	public Written create(ResourceKind kind, GenericKubernetesResource object, WriteOptions options) {
		String namespace = namespace(object);
		return write(kind, object, options, "POST", (version) -> Paths.collection(kind, version, namespace));
	}

	@Override
	public Written replace(ResourceKind kind, GenericKubernetesResource object, WriteOptions options) {
		return write(kind, versioned(object), options, "PUT", (version) -> Paths.object(kind, version, key(object)));
	}

	@Override
	public GenericKubernetesResource replaceStatus(ResourceKind kind, GenericKubernetesResource object) {
		return write(kind, versioned(object), WriteOptions.STORE, "PUT",
				(version) -> Paths.object(kind, version, key(object)) + "/status")
			.object();
	}

	@Override
	public void delete(ResourceKind kind, ObjectKey key, String uid, @Nullable String resourceVersion,
			WriteOptions options) {
		requireWritable();
		Map<String, Object> preconditions = new LinkedHashMap<>();
		preconditions.put("uid", uid);
		if (resourceVersion != null) {
			preconditions.put("resourceVersion", resourceVersion);
		}
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("kind", "DeleteOptions");
		body.put("apiVersion", "v1");
		body.put("preconditions", preconditions);
		if (options.dryRun()) {
			// with a body, parameters in the URL aren't looked at
			body.put("dryRun", List.of("All"));
		}
		String version = this.wire.versions().find(kind).orElseThrow(() -> Listing.notServed(kind));
		send(ApiRequest.write("DELETE", Paths.object(kind, version, key), RawJson.write(body)));
	}

	@Override
	public boolean allowed(AccessQuestion question) {
		return this.reviews.allowed(question);
	}

	@Override
	public Identity whoAmI() {
		return this.reviews.whoAmI();
	}

	private Written write(ResourceKind kind, GenericKubernetesResource object, WriteOptions options, String method,
			java.util.function.UnaryOperator<String> path) {
		requireWritable();
		ApiRequest request = ApiRequest.write(method, path.apply(version(kind, object)), RawJson.write(object))
			.with("fieldManager", FIELD_MANAGER)
			.with("fieldValidation", "Strict");
		ApiResponse response = send(options.dryRun() ? request.with("dryRun", "All") : request);
		return new Written(RawJson.object(response), response.warnings());
	}

	// The path has to be of the version that the object is written in.
	private String version(ResourceKind kind, GenericKubernetesResource object) {
		String apiVersion = object.getApiVersion();
		if (apiVersion != null && !apiVersion.isEmpty()) {
			return apiVersion.substring(apiVersion.lastIndexOf('/') + 1);
		}
		String version = this.wire.versions().find(kind).orElseThrow(() -> Listing.notServed(kind));
		object.setApiVersion(kind.group().isEmpty() ? version : kind.group() + "/" + version);
		object.setKind(kind.kind());
		return version;
	}

	private void requireWritable() {
		if (!this.writable) {
			throw new ClusterException(Reason.READ_ONLY,
					"Sekisho is read-only on this cluster (sekisho.cluster.writable is false)", List.of(), null, null);
		}
	}

	private ApiResponse send(ApiRequest request) {
		return this.wire.transport().send(request, this.credential);
	}

	// "The server could not find the requested resource" isn't about an object.
	private void forgetIfNotServed(ResourceKind kind, ClusterException failure) {
		if (String.valueOf(failure.getMessage()).contains("could not find the requested resource")) {
			this.wire.versions().forget(kind);
		}
	}

	// Without a resourceVersion a PUT would overwrite whatever there is.
	private static GenericKubernetesResource versioned(GenericKubernetesResource object) {
		String version = object.getMetadata().getResourceVersion();
		if (version == null || version.isEmpty()) {
			throw new IllegalArgumentException("The object has no resourceVersion to replace");
		}
		return object;
	}

	private static ObjectKey key(GenericKubernetesResource object) {
		return new ObjectKey(namespace(object), object.getMetadata().getName());
	}

	private static String namespace(GenericKubernetesResource object) {
		String namespace = object.getMetadata().getNamespace();
		return (namespace != null) ? namespace : "";
	}

	private static GenericKubernetesResource object(JsonNode tree) {
		try {
			return RawJson.object(tree);
		}
		catch (JsonProcessingException ex) {
			throw new ClusterException(Reason.UNAVAILABLE, "An object can't be read: " + ex.getMessage(), List.of(),
					null, ex);
		}
	}

}
