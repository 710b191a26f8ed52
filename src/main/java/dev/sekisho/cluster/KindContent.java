package dev.sekisho.cluster;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.sekisho.cluster.Freshness.State;

/**
 * What is known of a kind's objects, and all projections of them. Of an object nothing is
 * kept but its resourceVersion, and what the projections keep.
 */
final class KindContent {

	private static final Logger logger = LoggerFactory.getLogger(KindContent.class);

	private final ResourceKind kind;

	private final List<Projected<?>> projections = new CopyOnWriteArrayList<>();

	private List<Projected<?>> listing = List.of();

	private Map<ObjectKey, String> versions = new HashMap<>();

	private Map<ObjectKey, String> listed = new HashMap<>();

	private volatile State state = State.STARTING;

	KindContent(ResourceKind kind) {
		this.kind = kind;
	}

	void add(Projected<?> projected) {
		this.projections.add(projected);
	}

	boolean live() {
		return this.state == State.LIVE;
	}

	/** A list begins. */
	void begin() {
		this.listing = List.copyOf(this.projections);
		this.listed = new HashMap<>();
		this.listing.forEach(Projected::begin);
	}

	/**
	 * An object of the list.
	 * @param tree the object
	 */
	void list(JsonNode tree) {
		ObjectKey key = key(tree);
		GenericKubernetesResource object = read(key, tree);
		if (object == null) {
			return;
		}
		String version = version(tree);
		boolean unchanged = version.equals(this.versions.get(key));
		this.listed.put(key, version);
		this.listing.forEach((projected) -> projected.list(key, object, unchanged));
	}

	/**
	 * The list is complete.
	 * @param resourceVersion what it is of
	 */
	void complete(String resourceVersion) {
		List<ObjectKey> removed = new ArrayList<>(this.versions.keySet());
		removed.removeAll(this.listed.keySet());
		this.versions = this.listed;
		this.listed = new HashMap<>();
		this.listing.forEach((projected) -> projected.complete(removed));
		publish(resourceVersion);
	}

	/**
	 * Takes events.
	 * @param events the events
	 * @param position the resourceVersion reached before
	 * @return the resourceVersion reached
	 * @throws ClusterException if one of them is an error
	 */
	String apply(List<JsonNode> events, String position) {
		String reached = position;
		try {
			for (JsonNode event : events) {
				JsonNode object = event.path("object");
				if ("ERROR".equals(event.path("type").asText())) {
					throw Failures.of(object);
				}
				apply(event.path("type").asText(), object);
				String version = version(object);
				reached = version.isEmpty() ? reached : version;
			}
			return reached;
		}
		finally {
			publish(reached);
		}
	}

	private void apply(String type, JsonNode tree) {
		if ("BOOKMARK".equals(type)) {
			return;
		}
		ObjectKey key = key(tree);
		GenericKubernetesResource object = "DELETED".equals(type) ? null : read(key, tree);
		if (object == null) {
			this.versions.remove(key);
		}
		else {
			this.versions.put(key, version(tree));
		}
		this.listing.forEach((projected) -> projected.apply(key, object));
	}

	/**
	 * Nothing has changed and that is known anew.
	 * @param resourceVersion the resourceVersion reached
	 */
	void current(String resourceVersion) {
		publish(resourceVersion);
	}

	// All projections show the same before anyone is told.
	private void publish(String resourceVersion) {
		this.state = State.LIVE;
		Instant now = Instant.now();
		List<Runnable> announcements = new ArrayList<>();
		this.listing.forEach((projected) -> announcements.add(projected.publish(resourceVersion, now)));
		announcements.forEach(Runnable::run);
	}

	/**
	 * Says that the content may be old.
	 * @param worse why
	 * @param problem what happened
	 * @return whether this is news
	 */
	boolean worsen(State worse, String problem) {
		boolean news = this.state != worse;
		this.state = worse;
		this.projections.forEach((projected) -> projected.worsen(worse, problem));
		return news;
	}

	private @Nullable GenericKubernetesResource read(ObjectKey key, JsonNode tree) {
		try {
			if (tree.path("metadata") instanceof ObjectNode metadata) {
				metadata.remove("managedFields");
			}
			return RawJson.object(tree);
		}
		catch (JsonProcessingException | RuntimeException | StackOverflowError ex) {
			logger.warn("{} {} is set aside, since it can't be read", this.kind.kind(), key, ex);
			return null;
		}
	}

	private static ObjectKey key(JsonNode tree) {
		JsonNode metadata = tree.path("metadata");
		return new ObjectKey(metadata.path("namespace").asText().intern(), metadata.path("name").asText());
	}

	private static String version(JsonNode tree) {
		return tree.path("metadata").path("resourceVersion").asText();
	}

}
