package dev.sekisho.apply;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Calls a worker for keys, each key by one thread at a time. A key that comes again while
 * it waits is worked on once, at the earlier time; while it is being worked on, once more
 * afterwards.
 *
 * @param <K> the type of the keys
 */
final class WorkQueue<K> {

	private final ScheduledExecutorService executor;

	private final Consumer<K> worker;

	private final Map<K, Waiting> waiting = new HashMap<>();

	private final Set<K> running = new HashSet<>();

	WorkQueue(int threads, String name, Consumer<K> worker) {
		AtomicInteger number = new AtomicInteger();
		ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(threads, (task) -> {
			Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
			thread.setDaemon(true);
			return thread;
		});
		pool.setRemoveOnCancelPolicy(true);
		// What is due later is found again at the next start; waiting for it would keep
		// every stop until its patience ends.
		pool.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
		this.executor = pool;
		this.worker = worker;
	}

	synchronized void offer(K key, Duration delay) {
		if (this.executor.isShutdown()) {
			return;
		}
		long due = System.nanoTime() + delay.toNanos();
		Waiting before = this.waiting.get(key);
		if (before != null) {
			if (before.due() - due <= 0) {
				return;
			}
			before.task().cancel(false);
		}
		ScheduledFuture<?> task = this.executor.schedule(() -> run(key), delay.toNanos(), TimeUnit.NANOSECONDS);
		this.waiting.put(key, new Waiting(due, task));
	}

	private void run(K key) {
		if (!begin(key)) {
			return;
		}
		try {
			this.worker.accept(key);
		}
		finally {
			end(key);
		}
	}

	private synchronized boolean begin(K key) {
		this.waiting.remove(key);
		if (!this.running.add(key)) {
			offer(key, Duration.ofMillis(20));
			return false;
		}
		return true;
	}

	private synchronized void end(K key) {
		this.running.remove(key);
	}

	void stop(Duration patience) {
		this.executor.shutdown();
		try {
			if (!this.executor.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
				this.executor.shutdownNow();
			}
		}
		catch (InterruptedException ex) {
			this.executor.shutdownNow();
			Thread.currentThread().interrupt();
		}
	}

	private record Waiting(long due, ScheduledFuture<?> task) {

	}

}
