package dev.sekisho.sandbox.store;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * Keeps objects of all types under one revision counter, and the latest events. Stored
 * nodes are never changed afterwards, so they are handed out as they are.
 */
public final class ObjectStore {

	/** Revisions start here, so that small numbers are too old to watch from. */
	private static final long FIRST_REVISION = 1000;

	private static final int KEPT_EVENTS = 20_000;

	private final Map<String, NavigableMap<String, ObjectNode>> objects = new HashMap<>();

	private final Map<String, Long> revisions = new HashMap<>();

	private final Deque<StoredEvent> events = new ArrayDeque<>();

	private long revision = FIRST_REVISION;

	private long wakeUps;

	/** The revision that the kept events follow. */
	private long compacted = FIRST_REVISION;

	/**
	 * The current revision.
	 * @return the number of the last event
	 */
	public synchronized long revision() {
		return this.revision;
	}

	/**
	 * The revision at which objects of a type changed last.
	 * @param type the type
	 * @return the number of its last event
	 */
	public synchronized long revision(ResourceType type) {
		return this.revisions.getOrDefault(type.qualifiedName(), FIRST_REVISION);
	}

	/**
	 * Finds an object.
	 * @param type its type
	 * @param namespace its namespace; empty if it has none
	 * @param name its name
	 * @return the object
	 */
	public synchronized Optional<ObjectNode> find(ResourceType type, String namespace, String name) {
		return Optional.ofNullable(table(type).get(namespace + "/" + name));
	}

	/**
	 * Lists objects.
	 * @param type their type
	 * @param namespace their namespace; empty for all
	 * @return the objects
	 */
	public synchronized Listing list(ResourceType type, String namespace) {
		return new Listing(this.revision, inNamespace(table(type), namespace));
	}

	/**
	 * Lists objects as they were.
	 * @param type their type
	 * @param namespace their namespace; empty for all
	 * @param then the revision
	 * @return the objects; empty if that revision is no longer known
	 */
	public synchronized Optional<Listing> listAt(ResourceType type, String namespace, long then) {
		if (then < this.compacted) {
			return Optional.empty();
		}
		NavigableMap<String, ObjectNode> past = new TreeMap<>(table(type));
		Iterator<StoredEvent> latestFirst = this.events.descendingIterator();
		while (latestFirst.hasNext()) {
			StoredEvent event = latestFirst.next();
			if (event.revision() > then && sameType(event.type(), type)) {
				put(past, event.key(), event.previous());
			}
		}
		return Optional.of(new Listing(then, inNamespace(past, namespace)));
	}

	/**
	 * Creates an object.
	 * @param type its type
	 * @param object the object; gets its resourceVersion
	 * @return whether it was created; {@code false} if there is one of that name
	 */
	public synchronized boolean create(ResourceType type, ObjectNode object) {
		if (table(type).containsKey(key(object))) {
			return false;
		}
		record(type, object, null);
		return true;
	}

	/**
	 * Replaces an object, if it is still the one that was read.
	 * @param type its type
	 * @param previous the object as it was read
	 * @param object the new object; gets its resourceVersion
	 * @return whether it was replaced
	 */
	public synchronized boolean replace(ResourceType type, ObjectNode previous, ObjectNode object) {
		if (table(type).get(key(previous)) != previous) {
			return false;
		}
		record(type, object, previous);
		return true;
	}

	/**
	 * Removes an object, if it is still the one that was read.
	 * @param type its type
	 * @param previous the object as it was read
	 * @return whether it was removed
	 */
	public synchronized boolean remove(ResourceType type, ObjectNode previous) {
		if (table(type).get(key(previous)) != previous) {
			return false;
		}
		record(type, null, previous);
		return true;
	}

	/**
	 * The events after a revision; waits for one if there is none.
	 * @param type the type of their objects
	 * @param after the revision
	 * @param atMost how long to wait
	 * @return the events; empty if they are no longer known
	 * @throws InterruptedException if the thread was interrupted
	 */
	public synchronized Optional<EventBatch> events(ResourceType type, long after, Duration atMost)
			throws InterruptedException {
		long deadline = System.nanoTime() + atMost.toNanos();
		long left = atMost.toMillis();
		long woken = this.wakeUps;
		while (revision(type) <= after && after >= this.compacted && left > 0 && woken == this.wakeUps) {
			wait(left);
			left = (deadline - System.nanoTime()) / 1_000_000;
		}
		if (after < this.compacted) {
			return Optional.empty();
		}
		return Optional.of(new EventBatch(this.revision, eventsAfter(type, after)));
	}

	private List<StoredEvent> eventsAfter(ResourceType type, long after) {
		List<StoredEvent> found = new ArrayList<>();
		Iterator<StoredEvent> latestFirst = this.events.descendingIterator();
		while (latestFirst.hasNext()) {
			StoredEvent event = latestFirst.next();
			if (event.revision() <= after) {
				break;
			}
			if (sameType(event.type(), type)) {
				found.add(0, event);
			}
		}
		return found;
	}

	/**
	 * Forgets all events, so that watches from before end with 410 Gone.
	 */
	public synchronized void compact() {
		this.events.clear();
		this.compacted = this.revision;
		notifyAll();
	}

	/**
	 * Wakes everybody who waits for events.
	 */
	public synchronized void wake() {
		this.wakeUps++;
		notifyAll();
	}

	private void record(ResourceType type, @Nullable ObjectNode object, @Nullable ObjectNode previous) {
		this.revision++;
		if (object != null) {
			object.withObject("/metadata").put("resourceVersion", Long.toString(this.revision));
		}
		StoredEvent event = new StoredEvent(this.revision, type, object, previous);
		put(table(type), event.key(), object);
		this.events.addLast(event);
		this.revisions.put(type.qualifiedName(), this.revision);
		while (this.events.size() > KEPT_EVENTS) {
			this.compacted = this.events.removeFirst().revision();
		}
		notifyAll();
	}

	private static void put(NavigableMap<String, ObjectNode> table, String key, @Nullable ObjectNode object) {
		if (object != null) {
			table.put(key, object);
		}
		else {
			table.remove(key);
		}
	}

	private NavigableMap<String, ObjectNode> table(ResourceType type) {
		return this.objects.computeIfAbsent(type.qualifiedName(), (name) -> new TreeMap<>());
	}

	private static List<ObjectNode> inNamespace(NavigableMap<String, ObjectNode> table, String namespace) {
		return List.copyOf(
				(namespace.isEmpty() ? table : table.subMap(namespace + "/", true, namespace + "0", false)).values());
	}

	private static boolean sameType(ResourceType left, ResourceType right) {
		return left.qualifiedName().equals(right.qualifiedName());
	}

	/**
	 * The key an object is kept under.
	 * @param object the object
	 * @return namespace and name
	 */
	static String key(ObjectNode object) {
		return Json.text(object, "metadata", "namespace") + "/" + Json.text(object, "metadata", "name");
	}

}
