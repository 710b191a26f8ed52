package dev.sekisho.cluster;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.sekisho.cluster.ClusterException.Reason;
import dev.sekisho.cluster.Freshness.State;

/**
 * Follows all objects of a kind for ever, on a thread of its own: lists them, watches
 * from there, and begins anew when that fails, whatever the failure.
 */
final class KindWatch implements Runnable {

	private static final Logger logger = LoggerFactory.getLogger(KindWatch.class);

	private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

	private static final Duration LONG_ENOUGH = Duration.ofSeconds(5);

	private final ResourceKind kind;

	private final Wire wire;

	private final KindContent content;

	private final AtomicBoolean listAnew = new AtomicBoolean();

	private volatile @Nullable WatchStream stream;

	private volatile boolean stopped;

	private @Nullable Thread thread;

	private String position = "";

	private boolean resumed;

	private int failures;

	KindWatch(ResourceKind kind, Wire wire) {
		this.kind = kind;
		this.wire = wire;
		this.content = new KindContent(kind);
	}

	/**
	 * Adds a projection. If the kind is followed already, it is listed anew.
	 * @param projected the projection
	 */
	void add(Projected<?> projected) {
		this.content.add(projected);
		this.listAnew.set(true);
		interrupt();
	}

	synchronized void start() {
		if (this.thread == null) {
			this.thread = new Thread(this, "watch-" + this.kind.plural());
			this.thread.setDaemon(true);
			this.thread.start();
		}
	}

	synchronized void stop() {
		this.stopped = true;
		interrupt();
		if (this.thread != null) {
			this.thread.interrupt();
		}
	}

	private void interrupt() {
		WatchStream open = this.stream;
		if (open != null) {
			open.close();
		}
	}

	@Override
	public void run() {
		while (!this.stopped) {
			long since = System.nanoTime();
			try {
				this.resumed = !this.listAnew.getAndSet(false) && !this.position.isEmpty();
				if (!this.resumed) {
					list();
				}
				watch();
				rest(since);
			}
			catch (ClusterException ex) {
				failed(ex, since);
			}
			catch (RuntimeException ex) {
				failed(unexpected(ex), since);
			}
		}
	}

	private ClusterException unexpected(RuntimeException ex) {
		if (!this.stopped) {
			logger.error("Following {} failed", this.kind.plural(), ex);
		}
		return new ClusterException(Reason.UNAVAILABLE, String.valueOf(ex), List.of(), null, ex);
	}

	private void list() {
		this.content.begin();
		String version = this.wire.listing().read(this.kind, "", new Credential.Portal(), this.content::list);
		this.content.complete(version);
		this.position = version;
		settled();
	}

	private void watch() {
		String version = this.wire.versions().find(this.kind).orElseThrow(() -> Listing.notServed(this.kind));
		ApiRequest request = Paths.objects(this.kind, version, "")
			.with("watch", "true")
			.with("allowWatchBookmarks", "true")
			.with("resourceVersion", this.position)
			.with("timeoutSeconds", String.valueOf(seconds()));
		try (WatchStream open = this.wire.transport().open(request)) {
			this.stream = open;
			settled();
			follow(open);
		}
		finally {
			this.stream = null;
		}
	}

	// The API server ends the watch in time, so that silence means that it is broken.
	private long seconds() {
		double spread = 0.75 + ThreadLocalRandom.current().nextDouble() * 0.1;
		return Math.max(1, (long) (this.wire.silence().toSeconds() * spread));
	}

	private void follow(WatchStream open) {
		while (!this.stopped && !this.listAnew.get()) {
			List<JsonNode> events = open.next(this.wire.silence());
			this.position = this.content.apply(events, this.position);
			this.failures = 0;
			if (open.ended()) {
				return;
			}
		}
	}

	private void settled() {
		if (this.failures > 1) {
			logger.info("Following {} again", this.kind.plural());
		}
		this.content.current(this.position);
	}

	// A server that ends watches at once isn't asked in a tight loop.
	private void rest(long since) {
		if (System.nanoTime() - since < FIRST_PAUSE.toNanos() && !this.listAnew.get()) {
			pause(FIRST_PAUSE);
		}
	}

	private void failed(ClusterException failure, long since) {
		if (this.stopped) {
			return;
		}
		if (System.nanoTime() - since > LONG_ENOUGH.toNanos()) {
			this.failures = 0;
		}
		this.failures++;
		boolean forgotten = failure.reason() == Reason.GONE && this.resumed;
		boolean brokeOnce = failure.reason() == Reason.UNAVAILABLE && this.failures == 1 && this.content.live();
		if (!brokeOnce) {
			this.position = "";
		}
		if (!brokeOnce && !forgotten) {
			worsen(failure);
			pause(backOff(failure));
		}
	}

	private void worsen(ClusterException failure) {
		State state = switch (failure.reason()) {
			case NOT_FOUND -> State.NOT_SERVED;
			case FORBIDDEN -> State.NOT_VISIBLE;
			default -> State.BROKEN;
		};
		String problem = String.valueOf(failure.getMessage());
		if (this.content.worsen(state, problem)) {
			logger.warn("Following {} doesn't work: {}", this.kind.plural(), problem);
		}
	}

	private Duration backOff(ClusterException failure) {
		long longest = this.wire.slowestRetry().toMillis();
		long millis = Math.min(longest, FIRST_PAUSE.toMillis() << Math.min(10, this.failures - 1));
		Duration asked = failure.retryAfter();
		long least = (asked != null) ? Math.min(asked.toMillis(), 60_000) : 0;
		return Duration.ofMillis(Math.max(least, millis + ThreadLocalRandom.current().nextLong(1 + millis / 5)));
	}

	private void pause(Duration duration) {
		try {
			Thread.sleep(duration.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
