package dev.sekisho.apply;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

import org.jspecify.annotations.Nullable;

import dev.sekisho.cluster.ObjectKey;

/**
 * A thread that runs only when it is told to, up to its next call of the API server: of
 * all fibers of a simulation one runs at a time.
 */
final class Fiber {

	private static final ThreadLocal<@Nullable Fiber> CURRENT = new ThreadLocal<>();

	private static final ExecutorService THREADS = Executors.newCachedThreadPool((task) -> {
		Thread thread = new Thread(task, "fiber");
		thread.setDaemon(true);
		return thread;
	});

	private final Semaphore go = new Semaphore(0);

	private final Semaphore back = new Semaphore(0);

	private final String name;

	private final ObjectKey subject;

	private volatile Place place = Place.READY;

	private volatile String call = "";

	private volatile Fate fate = Fate.OK;

	private volatile boolean killed;

	private volatile @Nullable Throwable thrown;

	private int frozen;

	private long sent;

	private volatile long view;

	Fiber(String replica, ObjectKey subject, Runnable body) {
		this.name = replica + " " + subject;
		this.subject = subject;
		THREADS.execute(() -> run(body));
	}

	static Fiber current() {
		Fiber fiber = CURRENT.get();
		if (fiber == null) {
			throw new IllegalStateException("not in a fiber");
		}
		return fiber;
	}

	static boolean inside() {
		return CURRENT.get() != null;
	}

	private void run(Runnable body) {
		this.go.acquireUninterruptibly();
		CURRENT.set(this);
		try {
			if (!this.killed) {
				body.run();
			}
		}
		catch (Killed ex) {
			this.thrown = null;
		}
		catch (RuntimeException | Error ex) {
			this.thrown = ex;
		}
		finally {
			CURRENT.remove();
			this.place = Place.DONE;
			this.back.release();
		}
	}

	/** Runs on to the next place. */
	void resume(Fate how) {
		this.fate = how;
		this.go.release();
		this.back.acquireUninterruptibly();
	}

	/** Ends it where it stands; nothing it would still call takes effect. */
	void kill() {
		this.killed = true;
		if (this.place != Place.DONE) {
			resume(Fate.OK);
		}
	}

	/** Waits, inside the fiber, until told to run on. */
	Fate pause(Place where, String doing, long now) {
		this.place = where;
		this.call = doing;
		this.sent = now;
		if (this.killed) {
			throw new Killed();
		}
		this.back.release();
		this.go.acquireUninterruptibly();
		if (this.killed) {
			throw new Killed();
		}
		return this.fate;
	}

	void freeze(int steps) {
		this.frozen = steps;
	}

	/** Whether it may run now; counts down what it is frozen for. */
	boolean awake() {
		return this.frozen-- <= 0;
	}

	ObjectKey subject() {
		return this.subject;
	}

	long view() {
		return this.view;
	}

	void judgesBy(long revision) {
		this.view = revision;
	}

	Place place() {
		return this.place;
	}

	String call() {
		return this.call;
	}

	long sent() {
		return this.sent;
	}

	@Nullable Throwable thrown() {
		return this.thrown;
	}

	@Override
	public String toString() {
		return this.name;
	}

	/**
	 * Where a fiber stands.
	 */
	enum Place {

		/** Not begun. */
		READY,
		/** A call is on its way to the API server. */
		SENT,
		/** The answer is there. */
		ANSWERED,
		/** At its end. */
		DONE

	}

	/**
	 * What becomes of a call.
	 */
	enum Fate {

		/** It takes effect and is answered. */
		OK,
		/** It doesn't get through. */
		LOST,
		/** It takes effect; the answer doesn't get through. */
		ANSWER_LOST,
		/** Given up; it takes effect afterwards. */
		LATE,
		/** 429. */
		TOO_MANY,
		/** A webhook can't be called. */
		WEBHOOK,
		/** Refused by a webhook. */
		DENIED

	}

	/** The process is gone. */
	private static final class Killed extends Error {

		private static final long serialVersionUID = 1L;

		Killed() {
			super("killed", null, false, false);
		}

	}

}
