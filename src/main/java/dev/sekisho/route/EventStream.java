package dev.sekisho.route;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.springframework.stereotype.Component;

/**
 * Tells browsers and scripts that something they show may have changed. An event holds no
 * content: who gets it asks again. The last ones are kept for who reconnects.
 */
@Component
public class EventStream {

	private static final int KEPT = 1_000;

	private final String process = UUID.randomUUID().toString().substring(0, 8);

	private final Deque<Event> recent = new ArrayDeque<>();

	private final List<Consumer<Event>> listeners = new CopyOnWriteArrayList<>();

	private long last;

	EventStream(RouteTables tables) {
		tables.onChange((sharedGateway) -> publish(Kind.ROUTE_TABLE, "", sharedGateway));
	}

	/**
	 * Publishes an event. Never waits for who listens.
	 * @param kind what may have changed
	 * @param namespace the namespace it belongs to: only who sees it gets the event;
	 * empty for everybody
	 * @param name the name of the object
	 */
	public void publish(Kind kind, String namespace, String name) {
		Event event = remember(kind, namespace, name);
		this.listeners.forEach((listener) -> listener.accept(event));
	}

	/**
	 * Registers a listener.
	 * @param listener gets every event; must be quick and must not throw
	 * @return ends the registration when run
	 */
	public Runnable subscribe(Consumer<Event> listener) {
		this.listeners.add(listener);
		return () -> this.listeners.remove(listener);
	}

	/**
	 * What happened since an event.
	 * @param id the id of the last event that was seen
	 * @return the events after it; empty if that event isn't known any more
	 */
	public synchronized Optional<List<Event>> since(String id) {
		if (id.equals(id(this.last))) {
			return Optional.of(List.of());
		}
		List<Event> after = new ArrayList<>();
		boolean found = false;
		for (Event event : this.recent) {
			if (found) {
				after.add(event);
			}
			found |= event.id().equals(id);
		}
		return found ? Optional.of(after) : Optional.empty();
	}

	/**
	 * The id of the last event.
	 * @return the id; a first one if nothing has happened yet
	 */
	public synchronized String lastId() {
		return id(this.last);
	}

	private synchronized Event remember(Kind kind, String namespace, String name) {
		this.last++;
		Event event = new Event(id(this.last), kind, namespace, name);
		this.recent.addLast(event);
		if (this.recent.size() > KEPT) {
			this.recent.removeFirst();
		}
		return event;
	}

	private String id(long number) {
		return this.process + "-" + number;
	}

	/**
	 * Something that may have changed.
	 *
	 * @param id its id, in the order published
	 * @param kind what may have changed
	 * @param namespace the namespace it belongs to; empty if everybody may know
	 * @param name the name of the object
	 */
	public record Event(String id, Kind kind, String namespace, String name) {

	}

	/**
	 * What may have changed.
	 */
	public enum Kind {

		/** The route table of a shared gateway. */
		ROUTE_TABLE,
		/** A RouteChange or its review. */
		CHANGE,
		/** The chain of a VirtualService. */
		CHAIN;

		/**
		 * The name in the stream.
		 * @return such as {@code route-table}
		 */
		public String eventName() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
