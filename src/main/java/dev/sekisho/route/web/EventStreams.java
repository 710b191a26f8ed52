package dev.sekisho.route.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import dev.sekisho.access.Attendances;
import dev.sekisho.access.Caller;
import dev.sekisho.access.Rights;
import dev.sekisho.route.EventStream;
import dev.sekisho.route.EventStream.Event;

/**
 * The open event streams, a bounded number for each user and in all. Each ends at once
 * with the sign-in it was opened with, and within a minute with the token or the right.
 */
@Component
class EventStreams {

	private static final int PER_USER = 10;

	private static final int IN_ALL = 1_000;

	private static final int HEARTBEAT_SECONDS = 15;

	private static final int SENDERS = 4;

	private final EventStream events;

	private final Rights rights;

	private final Attendances attendances;

	private final ScheduledExecutorService senders = Executors.newScheduledThreadPool(SENDERS, EventStreams::thread);

	private final Map<String, Set<OpenStream>> open = new ConcurrentHashMap<>();

	private volatile boolean closed;

	EventStreams(EventStream events, Rights rights, Attendances attendances) {
		this.events = events;
		this.rights = rights;
		this.attendances = attendances;
		this.senders.scheduleWithFixedDelay(this::heartbeat, HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
		events.subscribe(this::publish);
	}

	/**
	 * Opens a stream.
	 * @param caller whose it is
	 * @param lastEventId the last event the caller saw, if it reconnects
	 * @return the emitter; answered with 429 if there are too many
	 */
	SseEmitter open(Caller caller, @Nullable String lastEventId) {
		if (this.closed) {
			throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "The portal is stopping");
		}
		Set<OpenStream> mine = this.open.computeIfAbsent(caller.username(), (name) -> ConcurrentHashMap.newKeySet());
		if (mine.size() >= PER_USER || count() >= IN_ALL) {
			throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS, "Too many event streams are open");
		}
		OpenStream stream = new OpenStream(this.rights, this.attendances, caller, this.senders);
		stream.onEnd(() -> mine.remove(stream));
		mine.add(stream);
		greet(stream, lastEventId);
		return stream.emitter();
	}

	int count() {
		return this.open.values().stream().mapToInt(Set::size).sum();
	}

	private void greet(OpenStream stream, @Nullable String lastEventId) {
		Optional<List<Event>> missed = (lastEventId != null) ? this.events.since(lastEventId) : Optional.of(List.of());
		if (missed.isPresent()) {
			stream.hello(this.events.lastId());
			missed.get().forEach(stream::offer);
		}
		else {
			stream.reset(this.events.lastId());
		}
	}

	private void publish(Event event) {
		this.open.values().forEach((streams) -> streams.forEach((stream) -> stream.offer(event)));
	}

	/** Looks at every reader anew, and shows them that the stream works. */
	void heartbeat() {
		this.open.values().forEach((streams) -> streams.forEach(OpenStream::heartbeat));
	}

	// Before the server waits for what is under way: a stream would be, for an hour.
	@EventListener(ContextClosedEvent.class)
	void close() {
		this.closed = true;
		this.senders.shutdownNow();
		this.open.values().forEach((streams) -> streams.forEach((stream) -> stream.emitter().complete()));
	}

	private static Thread thread(Runnable task) {
		Thread thread = new Thread(task, "event-streams");
		thread.setDaemon(true);
		return thread;
	}

}
