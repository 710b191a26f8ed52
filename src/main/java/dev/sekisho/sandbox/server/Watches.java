package dev.sekisho.sandbox.server;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.sekisho.sandbox.store.EventBatch;
import dev.sekisho.sandbox.store.Json;
import dev.sekisho.sandbox.store.Listing;
import dev.sekisho.sandbox.store.ObjectStore;
import dev.sekisho.sandbox.store.StoredEvent;

/**
 * Follows objects: a stream of events until the client goes, the time is over or the
 * server stops.
 */
final class Watches {

	private static final Duration LONGEST = Duration.ofMinutes(30);

	private static final Duration BETWEEN_BOOKMARKS = Duration.ofSeconds(30);

	private final ObjectStore store;

	private volatile boolean stopped;

	Watches(ObjectStore store) {
		this.store = store;
	}

	/** Ends all watches. */
	void stop() {
		this.stopped = true;
		this.store.wake();
	}

	/**
	 * Writes events until the watch ends.
	 * @param call the call
	 * @param resource what is watched
	 * @param tables whether objects are written as table rows
	 * @throws IOException if the client has gone
	 * @throws InterruptedException if the server stops
	 */
	void follow(Call call, Resource resource, boolean tables) throws IOException, InterruptedException {
		Selection selection = Selection.of(call.query(), resource.type());
		long from = call.query().number("resourceVersion", 0);
		call.exchange().getResponseHeaders().set("Content-Type", "application/json;stream=watch");
		call.exchange().sendResponseHeaders(200, 0);
		try (OutputStream out = call.exchange().getResponseBody()) {
			Stream stream = new Stream(call, resource, selection, out, tables);
			run(stream, (from > 0 && !call.query().flag("sendInitialEvents")) ? from : stream.initial());
		}
	}

	private void run(Stream stream, long from) throws IOException, InterruptedException {
		long seconds = stream.call.query().number("timeoutSeconds", LONGEST.toSeconds());
		long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
		long seen = from;
		while (!this.stopped && System.nanoTime() < end) {
			Duration left = Duration.ofNanos(end - System.nanoTime());
			Duration wait = (left.compareTo(BETWEEN_BOOKMARKS) < 0) ? left : BETWEEN_BOOKMARKS;
			Optional<EventBatch> batch = this.store.events(stream.resource.type(), seen, wait);
			if (batch.isEmpty()) {
				stream.gone(seen);
				return;
			}
			for (StoredEvent event : batch.get().events()) {
				stream.write(event);
			}
			if (batch.get().events().isEmpty() && !this.stopped) {
				stream.bookmark(Math.max(seen, batch.get().revision()), false);
			}
			seen = Math.max(seen, batch.get().revision());
		}
	}

	/**
	 * One client's stream.
	 */
	private final class Stream {

		private final Call call;

		private final Resource resource;

		private final Selection selection;

		private final OutputStream out;

		private final boolean tables;

		private boolean first = true;

		private Stream(Call call, Resource resource, Selection selection, OutputStream out, boolean tables) {
			this.call = call;
			this.resource = resource;
			this.selection = selection;
			this.out = out;
			this.tables = tables;
		}

		// Writes what there is already.
		private long initial() throws IOException {
			Listing listing = Watches.this.store.list(this.resource.type(), this.resource.path().namespace());
			for (ObjectNode object : listing.items()) {
				if (this.selection.matches(object)) {
					send("ADDED", object);
				}
			}
			if (this.call.query().flag("sendInitialEvents")) {
				bookmark(listing.revision(), true);
			}
			return listing.revision();
		}

		private void write(StoredEvent event) throws IOException {
			ObjectNode now = selected(event.object());
			ObjectNode before = selected(event.previous());
			if (now != null) {
				send((before != null) ? "MODIFIED" : "ADDED", now);
			}
			else if (before != null) {
				ObjectNode last = before.deepCopy();
				last.withObject("/metadata").put("resourceVersion", Long.toString(event.revision()));
				send("DELETED", last);
			}
		}

		private @org.jspecify.annotations.Nullable ObjectNode selected(
				@org.jspecify.annotations.Nullable ObjectNode object) {
			String namespace = this.resource.path().namespace();
			boolean wanted = object != null && (namespace.isEmpty() || namespace.equals(Metadata.namespace(object)))
					&& this.selection.matches(object);
			return wanted ? object : null;
		}

		private void bookmark(long revision, boolean initialEnd) throws IOException {
			if (!this.call.query().flag("allowWatchBookmarks")) {
				return;
			}
			ObjectNode object = Json.object("kind", this.resource.type().kind(), "apiVersion",
					this.resource.apiVersion());
			ObjectNode metadata = object.putObject("metadata").put("resourceVersion", Long.toString(revision));
			if (initialEnd) {
				metadata.putObject("annotations").put("k8s.io/initial-events-end", "true");
			}
			line("BOOKMARK", object);
		}

		private void gone(long from) throws IOException {
			line("ERROR", ApiFailure.gone("too old resource version: " + from).status());
		}

		private void send(String type, ObjectNode object) throws IOException {
			ObjectNode shown = this.resource.shown(object);
			if (!this.tables) {
				line(type, shown);
				return;
			}
			line(type, Tables.row(this.resource, shown, this.first, this.call.query().text("includeObject")));
			this.first = false;
		}

		private void line(String type, JsonNode object) throws IOException {
			ObjectNode event = Json.object("type", type);
			event.set("object", object);
			this.out.write(Json.MAPPER.writeValueAsBytes(event));
			this.out.write('\n');
			this.out.flush();
		}

	}

}
