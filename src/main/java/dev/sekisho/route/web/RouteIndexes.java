package dev.sekisho.route.web;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.sekisho.route.LiveTable;

/**
 * The index of each table, and the background work of looking at every route of a large
 * one. That work rests for longer than it takes, so that a busy cluster costs a bounded
 * share of a processor.
 */
@Component
class RouteIndexes {

	private static final Logger logger = LoggerFactory.getLogger(RouteIndexes.class);

	/** Up to this many routes are looked at while the page is made. */
	private static final int SMALL = 500;

	private static final int REST_FACTOR = 3;

	private final Map<String, RouteIndex> indexes = new ConcurrentHashMap<>();

	private final AtomicBoolean working = new AtomicBoolean();

	private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor((task) -> {
		Thread thread = new Thread(task, "route-reaches");
		thread.setDaemon(true);
		return thread;
	});

	/**
	 * The index of a table.
	 * @param table the table
	 * @return its index
	 */
	RouteIndex of(LiveTable table) {
		RouteIndex index = this.indexes.compute(table.gateway().name(), (name, known) -> {
			boolean current = known != null && known.table().version() == table.version();
			return current ? known : new RouteIndex(table);
		});
		if (!index.reaches().isComplete()) {
			complete(index);
		}
		return index;
	}

	@PreDestroy
	void close() {
		this.worker.shutdownNow();
	}

	private void complete(RouteIndex index) {
		if (index.routes().size() <= SMALL) {
			index.reaches().complete();
		}
		else if (this.working.compareAndSet(false, true)) {
			this.worker.execute(() -> work(index));
		}
	}

	private void work(RouteIndex index) {
		long start = System.nanoTime();
		try {
			index.reaches().complete();
		}
		catch (RuntimeException ex) {
			logger.error("The routes of {} can't be looked at", index.table().gateway().name(), ex);
		}
		finally {
			long rest = (System.nanoTime() - start) * REST_FACTOR;
			this.worker.schedule(() -> this.working.set(false), rest, TimeUnit.NANOSECONDS);
		}
	}

}
