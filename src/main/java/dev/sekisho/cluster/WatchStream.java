package dev.sekisho.cluster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpResponse;
import org.jspecify.annotations.Nullable;

import dev.sekisho.cluster.ClusterException.Reason;

/**
 * The events of a watch as they come: one JSON document a line.
 */
final class WatchStream implements AutoCloseable {

	private static final int CHUNKS_AHEAD = 16;

	private final BlockingQueue<Chunk> chunks = new LinkedBlockingQueue<>();

	private ByteArrayOutputStream rest = new ByteArrayOutputStream();

	private volatile @Nullable HttpResponse<AsyncBody> response;

	private volatile boolean closed;

	private boolean ended;

	/**
	 * Takes bytes from the HTTP client.
	 * @param bytes the bytes
	 * @param body where they come from
	 */
	void offer(List<ByteBuffer> bytes, AsyncBody body) {
		this.chunks.add(new Chunk(bytes, null));
	}

	void opened(HttpResponse<AsyncBody> opened) {
		this.response = opened;
		AsyncBody body = opened.body();
		body.done().whenComplete((done, failure) -> this.chunks.add(new Chunk(null, failure)));
		for (int i = 0; i < CHUNKS_AHEAD; i++) {
			body.consume();
		}
	}

	int code() {
		HttpResponse<AsyncBody> opened = this.response;
		return (opened != null) ? opened.code() : 0;
	}

	/**
	 * Whether the API server ended the watch, as it does when its time is over.
	 * @return whether there is nothing more to come
	 */
	boolean ended() {
		return this.ended || this.closed;
	}

	/**
	 * Waits for events and takes all that have come.
	 * @param silence how long to wait
	 * @return the events; empty if the watch has ended
	 * @throws ClusterException if it broke off or nothing came
	 */
	List<JsonNode> next(Duration silence) {
		List<JsonNode> events = new ArrayList<>();
		Chunk chunk = poll(silence);
		while (chunk != null && !this.closed) {
			if (!take(chunk, events)) {
				return events;
			}
			chunk = events.isEmpty() ? poll(silence) : this.chunks.poll();
		}
		return events;
	}

	private Chunk poll(Duration silence) {
		try {
			Chunk chunk = this.chunks.poll(silence.toMillis(), TimeUnit.MILLISECONDS);
			if (chunk != null) {
				return chunk;
			}
			throw broken("nothing was heard for " + silence.toSeconds() + " s", null);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw broken("interrupted", ex);
		}
	}

	private boolean take(Chunk chunk, List<JsonNode> events) {
		List<ByteBuffer> bytes = chunk.bytes();
		if (bytes == null) {
			this.ended = true;
			if (!this.closed && (chunk.failure() != null || this.rest.size() > 0)) {
				throw broken("the connection broke off", chunk.failure());
			}
			return false;
		}
		bytes.forEach((buffer) -> split(buffer, events));
		HttpResponse<AsyncBody> opened = this.response;
		if (opened != null) {
			opened.body().consume();
		}
		return true;
	}

	private void split(ByteBuffer buffer, List<JsonNode> events) {
		while (buffer.hasRemaining()) {
			byte next = buffer.get();
			if (next == '\n') {
				events.add(parse(this.rest.toByteArray()));
				this.rest = new ByteArrayOutputStream();
			}
			else {
				this.rest.write(next);
			}
		}
	}

	private static JsonNode parse(byte[] line) {
		try {
			return RawJson.MAPPER.readTree(line);
		}
		catch (IOException ex) {
			throw broken("an event can't be read", ex);
		}
	}

	/**
	 * Reads the answer of a watch that was refused.
	 * @param limit how long that may take
	 * @return the answer
	 */
	ApiResponse refusal(Duration limit) {
		HttpResponse<AsyncBody> opened = this.response;
		if (opened == null) {
			throw broken("it isn't open", null);
		}
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		for (Chunk chunk = poll(limit); chunk.bytes() != null; chunk = poll(limit)) {
			for (ByteBuffer buffer : chunk.bytes()) {
				byte[] bytes = new byte[buffer.remaining()];
				buffer.get(bytes);
				body.writeBytes(bytes);
			}
			opened.body().consume();
		}
		return ApiResponse.of(opened, body.toByteArray());
	}

	private static ClusterException broken(String why, @Nullable Throwable cause) {
		return new ClusterException(Reason.UNAVAILABLE, "The watch broke: " + why, List.of(), null, cause);
	}

	/** Ends the watch, from any thread. */
	@Override
	public void close() {
		this.closed = true;
		HttpResponse<AsyncBody> opened = this.response;
		if (opened != null) {
			opened.body().cancel();
		}
		this.chunks.add(new Chunk(null, null));
	}

	/**
	 * What came at once.
	 *
	 * @param bytes the bytes; {@code null} at the end
	 * @param failure what ended it, if it was a failure
	 */
	private record Chunk(@Nullable List<ByteBuffer> bytes, @Nullable Throwable failure) {

	}

}
