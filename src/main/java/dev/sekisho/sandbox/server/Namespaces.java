package dev.sekisho.sandbox.server;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.sekisho.sandbox.store.ObjectStore;
import dev.sekisho.sandbox.store.ResourceType;
import dev.sekisho.sandbox.store.ResourceTypes;

/**
 * Namespaces: objects need theirs, and go when it is deleted.
 */
final class Namespaces {

	private final ObjectStore store;

	private final ResourceTypes types;

	private final ResourceType namespaces;

	Namespaces(ObjectStore store, ResourceTypes types) {
		this.store = store;
		this.types = types;
		this.namespaces = types.find("", "namespaces").orElseThrow();
	}

	boolean isNamespace(ResourceType type) {
		return type.qualifiedName().equals(this.namespaces.qualifiedName());
	}

	/**
	 * Refuses to create an object in a namespace that doesn't exist or is going.
	 * @param resource what is created
	 * @param name its name
	 */
	void checkCreate(Resource resource, String name) {
		if (!resource.type().namespaced()) {
			return;
		}
		String namespace = resource.path().namespace();
		ObjectNode found = this.store.find(this.namespaces, "", namespace)
			.orElseThrow(() -> ApiFailure.notFound(this.namespaces, namespace));
		if (Metadata.terminating(found)) {
			throw ApiFailure.of(403, "Forbidden",
					"%s \"%s\" is forbidden: unable to create new content in namespace %s because it is being terminated"
						.formatted(resource.type().qualifiedName(), name, namespace));
		}
	}

	/**
	 * Completes a namespace that is created.
	 * @param object the namespace, changed in place
	 */
	void complete(ObjectNode object) {
		object.withObject("/metadata/labels").put("kubernetes.io/metadata.name", Metadata.name(object));
		object.putObject("spec").putArray("finalizers").add("kubernetes");
		object.putObject("status").put("phase", "Active");
	}

	/**
	 * Deletes a namespace: it terminates, its content goes, then it goes.
	 * @param namespace the namespace as it is kept
	 * @return the namespace as it terminates
	 */
	ObjectNode delete(ObjectNode namespace) {
		ObjectNode terminating = namespace.deepCopy();
		terminating.withObject("/metadata").put("deletionTimestamp", Metadata.now());
		terminating.withObject("/status").put("phase", "Terminating");
		if (!Metadata.terminating(namespace) && !this.store.replace(this.namespaces, namespace, terminating)) {
			throw ApiFailure.modified(this.namespaces, Metadata.name(namespace));
		}
		String name = Metadata.name(namespace);
		this.types.all().stream().filter(ResourceType::namespaced).forEach((type) -> empty(type, name));
		removeIfEmpty(name);
		return terminating;
	}

	private void empty(ResourceType type, String namespace) {
		for (ObjectNode object : this.store.list(type, namespace).items()) {
			if (Metadata.finalized(object)) {
				this.store.remove(type, object);
			}
			else if (!Metadata.terminating(object)) {
				ObjectNode terminating = object.deepCopy();
				terminating.withObject("/metadata").put("deletionTimestamp", Metadata.now());
				this.store.replace(type, object, terminating);
			}
		}
	}

	/**
	 * Removes a terminating namespace once nothing is left in it.
	 * @param name its name
	 */
	void removeIfEmpty(String name) {
		boolean empty = this.types.all()
			.stream()
			.filter(ResourceType::namespaced)
			.allMatch((type) -> this.store.list(type, name).items().isEmpty());
		if (empty) {
			this.store.find(this.namespaces, "", name)
				.filter(Metadata::terminating)
				.ifPresent((namespace) -> this.store.remove(this.namespaces, namespace));
		}
	}

}
