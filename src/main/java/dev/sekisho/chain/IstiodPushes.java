package dev.sekisho.chain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import dev.sekisho.route.EventStream;

/**
 * Asks istiod's {@code /debug/syncz} whether the gateway took its last route config,
 * where that is configured. Without an answer of every istiod nothing is known.
 */
@Component
class IstiodPushes implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(IstiodPushes.class);

	private static final int LONGEST_ANSWER = 16 * 1024 * 1024;

	private static final String PATH = "debug/syncz";

	private final ChainSettings.Istiod settings;

	private final ChainCaches caches;

	private final EventStream events;

	private final PushLog log = new PushLog();

	private final BoundedGet get;

	private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor((task) -> {
		Thread thread = new Thread(task, "istiod-pushes");
		thread.setDaemon(true);
		return thread;
	});

	private volatile boolean running;

	private boolean answered = true;

	IstiodPushes(ChainSettings settings, ChainCaches caches, EventStream events) {
		this.settings = settings.istiod();
		this.caches = caches;
		this.events = events;
		this.get = new BoundedGet(this.settings.timeout(), LONGEST_ANSWER);
	}

	@Override
	public void start() {
		this.running = true;
		if (!this.settings.urls().isEmpty()) {
			this.executor.scheduleWithFixedDelay(this::ask, 0, this.settings.every().toMillis(), TimeUnit.MILLISECONDS);
		}
	}

	@Override
	public void stop() {
		this.running = false;
		this.executor.shutdownNow();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** Asks every istiod once. */
	void ask() {
		Pushes before = this.caches.pushes().latest();
		Pushes now = answers();
		this.caches.pushes().write(now);
		if (!before.routes().equals(now.routes())) {
			this.events.publish(EventStream.Kind.CHAIN, "", "");
		}
	}

	private Pushes answers() {
		try {
			List<byte[]> answers = new ArrayList<>();
			for (var url : this.settings.urls()) {
				String root = url.toString();
				answers.add(this.get.get(root.endsWith("/") ? root + PATH : root + "/" + PATH));
			}
			this.answered = true;
			return this.log.take(answers, Instant.now());
		}
		catch (BoundedGet.NoAnswer | IllegalArgumentException ex) {
			if (this.answered) {
				logger.warn("istiod doesn't say what its proxies took: {}", ex.getMessage());
			}
			this.answered = false;
			return Pushes.NONE;
		}
	}

}
