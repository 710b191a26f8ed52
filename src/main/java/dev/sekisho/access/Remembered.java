package dev.sekisho.access;

import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.Supplier;

import dev.sekisho.cluster.ClusterException;

/**
 * Answers that may be a little old, one for each question. Holds a bounded number of
 * them; an answer that can't be given (an exception) isn't remembered. While the API
 * server can't be reached or takes long, the last answer goes on to serve for an hour,
 * and is asked anew only now and then, in the background: pages are shown from what is
 * known.
 *
 * @param <T> the type of the answers
 */
final class Remembered<T> {

	private static final int MAX_ANSWERS = 5_000;

	private static final long OUTAGE = Duration.ofHours(1).toNanos();

	private static final long PAUSE = Duration.ofSeconds(10).toNanos();

	// How long somebody who could be served from memory waits for a newer answer.
	private static final long PATIENCE = Duration.ofMillis(1500).toNanos();

	private static final ExecutorService THREADS = Executors.newCachedThreadPool(Remembered::thread);

	private final long maxAge;

	private final int most;

	private final Map<Object, Answer<T>> answers = new ConcurrentHashMap<>();

	private final Map<Object, CompletableFuture<T>> asking = new ConcurrentHashMap<>();

	private volatile long nobodyAskedUntil = System.nanoTime();

	Remembered(Duration maxAge) {
		this(maxAge, MAX_ANSWERS);
	}

	Remembered(Duration maxAge, int most) {
		this.maxAge = maxAge.toNanos();
		this.most = most;
	}

	T get(Object question, Supplier<T> ask) {
		// The age counts from before the question is asked.
		long now = System.nanoTime();
		Answer<T> known = this.answers.get(question);
		if (known != null && (now - known.next() < 0 || (outage(now) && now - known.asked() <= OUTAGE))) {
			return known.value();
		}
		if (known != null && now - known.asked() <= OUTAGE) {
			return renewed(question, ask, now, known.value());
		}
		T value = ask(question, ask, now);
		makeRoom();
		this.answers.put(question, new Answer<>(value, now, now + this.maxAge));
		return value;
	}

	private T ask(Object question, Supplier<T> ask, long now) {
		try {
			T value = ask.get();
			this.nobodyAskedUntil = now;
			// What was forgotten meanwhile stays forgotten.
			this.answers.computeIfPresent(question, (key, old) -> new Answer<>(value, now, now + this.maxAge));
			return value;
		}
		catch (RuntimeException ex) {
			if (unreachable(ex)) {
				this.nobodyAskedUntil = System.nanoTime() + PAUSE;
			}
			else {
				this.answers.remove(question);
			}
			throw ex;
		}
	}

	private T renewed(Object question, Supplier<T> ask, long now, T known) {
		CompletableFuture<T> asked = this.asking.computeIfAbsent(question,
				(key) -> CompletableFuture.supplyAsync(() -> ask(question, ask, now), THREADS));
		asked.whenComplete((value, failure) -> this.asking.remove(question, asked));
		try {
			return asked.get(PATIENCE, TimeUnit.NANOSECONDS);
		}
		catch (TimeoutException ex) {
			this.nobodyAskedUntil = System.nanoTime() + PAUSE;
			return known;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return known;
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof RuntimeException failure && !unreachable(failure)) {
				throw failure;
			}
			return known;
		}
	}

	// One question without an answer is enough: a page asks several.
	private boolean outage(long now) {
		return now - this.nobodyAskedUntil < 0;
	}

	void forget(Object question) {
		this.answers.remove(question);
	}

	void forgetWhere(Predicate<T> which) {
		this.answers.values().removeIf((answer) -> which.test(answer.value()));
	}

	private static boolean unreachable(RuntimeException failure) {
		return failure instanceof ClusterException cluster && (cluster.reason() == ClusterException.Reason.UNAVAILABLE
				|| cluster.reason() == ClusterException.Reason.TOO_MANY_REQUESTS);
	}

	private void makeRoom() {
		if (this.answers.size() < this.most) {
			return;
		}
		long now = System.nanoTime();
		this.answers.values().removeIf((answer) -> now - answer.next() >= 0);
		Iterator<Object> questions = this.answers.keySet().iterator();
		while (this.answers.size() >= this.most && questions.hasNext()) {
			questions.next();
			questions.remove();
		}
	}

	private static Thread thread(Runnable task) {
		Thread thread = new Thread(task, "access-renewals");
		thread.setDaemon(true);
		return thread;
	}

	private record Answer<T>(T value, long asked, long next) {

	}

}
