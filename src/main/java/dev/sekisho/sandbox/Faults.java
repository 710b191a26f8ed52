package dev.sekisho.sandbox;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import dev.sekisho.sandbox.store.Json;
import dev.sekisho.sandbox.store.MergePatch;
import dev.sekisho.sandbox.store.ObjectStore;
import dev.sekisho.sandbox.store.ResourceType;
import dev.sekisho.sandbox.store.ResourceTypes;

/**
 * Breaks the sandbox on purpose and repairs it again: real objects of its API server are
 * changed, as by somebody who writes past the portal. Nothing is remembered: whether a
 * fault is there is seen from the objects, and what it touched is put back as it was in
 * the beginning.
 */
public final class Faults {

	private static final int ATTEMPTS = 10;

	private final FaultCatalog catalog = new FaultCatalog();

	private final ObjectStore store;

	private final ResourceTypes types;

	private final SeededObjects seeded;

	/**
	 * Prepares the faults of a sandbox that was just seeded.
	 * @param store its objects
	 * @param types their types
	 */
	Faults(ObjectStore store, ResourceTypes types) {
		this.store = store;
		this.types = types;
		this.seeded = new SeededObjects(store, types);
	}

	/**
	 * What can be broken.
	 * @param route the namespace of a route
	 * @return the faults, in the order of the hops; without those that the sandbox has
	 * from the beginning
	 */
	public List<Fault> of(String route) {
		return this.catalog.of(route)
			.stream()
			.filter((entry) -> !holds(entry, true))
			.map((entry) -> new Fault(entry.name(), entry.hop(), holds(entry, false)))
			.toList();
	}

	/**
	 * Breaks something.
	 * @param route the namespace of a route
	 * @param name the name of the fault
	 * @return whether it is broken now; {@code false} if there is no such fault, or an
	 * object that it changes is gone
	 */
	public boolean inject(String route, String name) {
		Optional<FaultCatalog.Entry> fault = find(route, name);
		fault.ifPresent((entry) -> entry.steps().forEach(this::inject));
		return fault.filter((entry) -> holds(entry, false)).isPresent();
	}

	/**
	 * Repairs something.
	 * @param route the namespace of a route
	 * @param name the name of the fault
	 * @return whether it is whole now; {@code false} if there is no such fault
	 */
	public boolean repair(String route, String name) {
		Optional<FaultCatalog.Entry> fault = find(route, name);
		fault.ifPresent((entry) -> entry.steps().forEach(this::repair));
		return fault.filter((entry) -> !holds(entry, false)).isPresent();
	}

	/**
	 * Repairs everything that is broken.
	 * @param route the namespace of a route
	 */
	public void repairAll(String route) {
		this.catalog.of(route)
			.stream()
			.filter((entry) -> holds(entry, false) && !holds(entry, true))
			.forEach((entry) -> entry.steps().forEach(this::repair));
	}

	private Optional<FaultCatalog.Entry> find(String route, String name) {
		return this.catalog.of(route).stream().filter((entry) -> entry.name().equals(name)).findFirst();
	}

	private boolean holds(FaultCatalog.Entry fault, boolean fromTheBeginning) {
		return fault.steps().stream().allMatch((step) -> {
			List<ObjectNode> found = (fromTheBeginning ? this.seeded.of(type(step)) : now(step)).stream()
				.filter(step::about)
				.toList();
			return switch (step.action()) {
				case ADD -> !found.isEmpty();
				case REMOVE -> found.isEmpty();
				case CHANGE ->
					!found.isEmpty() && found.stream().allMatch((object) -> FaultStep.holds(step.object(), object));
			};
		});
	}

	private void inject(FaultStep step) {
		switch (step.action()) {
			case ADD -> add(step, (ObjectNode) timed(step.object().deepCopy()));
			case REMOVE -> now(step).stream().filter(step::about).forEach((object) -> remove(step, object));
			case CHANGE -> now(step).stream()
				.filter(step::about)
				.forEach((object) -> change(step, object, timed(step.object().deepCopy())));
		}
	}

	private void repair(FaultStep step) {
		switch (step.action()) {
			case ADD -> now(step).stream().filter(step::about).forEach((object) -> remove(step, object));
			case REMOVE -> this.seeded.of(type(step))
				.stream()
				.filter(step::about)
				.forEach((object) -> this.store.create(type(step), object.deepCopy()));
			case CHANGE -> now(step).stream()
				.filter(step::about)
				.forEach((object) -> this.seeded.same(type(step), object)
					.ifPresent((original) -> change(step, object, MergePatch.inverse(step.object(), original))));
		}
	}

	private void add(FaultStep step, ObjectNode object) {
		ObjectNode metadata = object.withObject("/metadata");
		metadata.put("uid", UUID.randomUUID().toString());
		if (!metadata.has("creationTimestamp")) {
			metadata.put("creationTimestamp", now());
		}
		if (type(step).generation()) {
			metadata.put("generation", 1);
		}
		this.store.create(type(step), object);
	}

	private void remove(FaultStep step, ObjectNode object) {
		this.store.remove(type(step), object);
	}

	// Repeats what somebody else overtook.
	private void change(FaultStep step, ObjectNode seen, JsonNode patch) {
		ResourceType type = type(step);
		ObjectNode previous = seen;
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			ObjectNode object = (ObjectNode) MergePatch.apply(previous.deepCopy(), patch);
			if (type.generation() && !object.path("spec").equals(previous.path("spec"))) {
				object.withObject("/metadata")
					.put("generation", previous.path("metadata").path("generation").asLong() + 1);
			}
			if (object.equals(previous) || this.store.replace(type, previous, object)) {
				return;
			}
			Optional<ObjectNode> now = this.store.find(type, Json.text(seen, "metadata", "namespace"),
					Json.text(seen, "metadata", "name"));
			if (now.isEmpty()) {
				return;
			}
			previous = now.get();
		}
	}

	private List<ObjectNode> now(FaultStep step) {
		return this.store.list(type(step), Json.text(step.object(), "metadata", "namespace")).items();
	}

	private ResourceType type(FaultStep step) {
		return this.types.findKind(Json.text(step.object(), "apiVersion"), Json.text(step.object(), "kind"))
			.orElseThrow(() -> new IllegalStateException("unknown kind: " + step.object()));
	}

	private static JsonNode timed(JsonNode node) {
		if (node instanceof ObjectNode object) {
			object.properties().forEach((field) -> field.setValue(timed(field.getValue())));
		}
		else if (node instanceof ArrayNode array) {
			for (int at = 0; at < array.size(); at++) {
				array.set(at, timed(array.get(at)));
			}
		}
		return node.asText().equals(FaultStep.NOW) ? TextNode.valueOf(now()) : node;
	}

	private static String now() {
		return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
	}

}
