package dev.sekisho.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.sekisho.sandbox.schema.Schema;
import dev.sekisho.sandbox.schema.Violation;
import dev.sekisho.sandbox.store.Json;
import dev.sekisho.sandbox.store.ObjectStore;
import dev.sekisho.sandbox.store.ResourceType;
import dev.sekisho.sandbox.store.ResourceTypes;

/**
 * Puts the situation that a sandbox starts with into its store. Objects keep the creation
 * timestamps they are written with, since routes are tried by age.
 */
final class Seed {

	private static final String DEFINITIONS = "/dev/sekisho/crds/";

	private static final String OBJECTS = "/dev/sekisho/sandbox/seed/";

	private static final List<String> FILES = List.of(DEFINITIONS + "routechanges.yaml",
			DEFINITIONS + "routereviews.yaml", DEFINITIONS + "sharedgateways.yaml", OBJECTS + "definitions.yaml",
			OBJECTS + "namespaces.yaml", OBJECTS + "cluster-roles.yaml", OBJECTS + "sekisho.yaml",
			OBJECTS + "mesh.yaml", OBJECTS + "load-balancer.yaml", OBJECTS + "ingress-gateway.yaml",
			OBJECTS + "service-a.yaml", OBJECTS + "service-b.yaml", OBJECTS + "orders.yaml", OBJECTS + "payments.yaml");

	private final ObjectStore store;

	private final ResourceTypes types;

	Seed(ObjectStore store, ResourceTypes types) {
		this.store = store;
		this.types = types;
	}

	void plant() {
		FILES.forEach(this::plant);
		this.store.compact();
	}

	private void plant(String file) {
		try (InputStream yaml = Objects.requireNonNull(Seed.class.getResourceAsStream(file), file);
				MappingIterator<ObjectNode> objects = Json.YAML.readerFor(ObjectNode.class).readValues(yaml)) {
			while (objects.hasNextValue()) {
				ObjectNode object = objects.nextValue();
				if (object != null && !object.isEmpty()) {
					plant(file, object);
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(file, ex);
		}
	}

	private void plant(String file, ObjectNode object) {
		String apiVersion = Json.text(object, "apiVersion");
		String kind = Json.text(object, "kind");
		ResourceType type = this.types.findKind(apiVersion, kind)
			.orElseThrow(() -> new IllegalStateException(file + " has an unknown kind: " + apiVersion + " " + kind));
		complete(type, object);
		Schema schema = new Schema(type.schema());
		List<String> unknown = schema.prune(object);
		List<Violation> violations = schema.check(object, null);
		if (!unknown.isEmpty() || !violations.isEmpty()) {
			throw new IllegalStateException(file + " isn't valid: " + unknown + violations);
		}
		if (!this.store.create(type, object)) {
			throw new IllegalStateException(file + " has an object twice: " + identity(type, object));
		}
	}

	private static void complete(ResourceType type, ObjectNode object) {
		ObjectNode metadata = object.withObject("/metadata");
		String identity = identity(type, object);
		metadata.put("uid", UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)).toString());
		if (!metadata.has("creationTimestamp")) {
			metadata.put("creationTimestamp", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
		}
		if (type.generation() && !metadata.has("generation")) {
			metadata.put("generation", 1);
		}
		if (type.kind().equals("CustomResourceDefinition")) {
			establish(object);
		}
	}

	private static void establish(ObjectNode definition) {
		ObjectNode status = definition.withObject("/status");
		status.set("acceptedNames", definition.path("spec").path("names").deepCopy());
		for (String condition : List.of("NamesAccepted", "Established")) {
			status.withArray("/conditions")
				.add(Json.object("type", condition, "status", "True", "reason", "Seeded", "message", "",
						"lastTransitionTime", Json.text(definition, "metadata", "creationTimestamp")));
		}
		definition.path("spec").path("versions").forEach((version) -> {
			if (version.path("storage").asBoolean()) {
				status.withArray("/storedVersions").add(Json.text(version, "name"));
			}
		});
	}

	private static String identity(ResourceType type, ObjectNode object) {
		return "%s/%s/%s".formatted(type.qualifiedName(), Json.text(object, "metadata", "namespace"),
				Json.text(object, "metadata", "name"));
	}

}
