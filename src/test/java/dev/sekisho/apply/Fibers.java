package dev.sekisho.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.sekisho.apply.Fiber.Fate;
import dev.sekisho.apply.Fiber.Place;
import dev.sekisho.cluster.ClusterException;
import dev.sekisho.cluster.ObjectKey;

/**
 * The work that goes on in a simulation at the same time, and the time.
 * <p>
 * What is assumed of the world: a call that was sent takes effect within
 * {@link #IN_FLIGHT} or never, and clocks that measure durations run alike. Nothing is
 * assumed of how long a process may stand still between two calls, nor of wall clocks.
 */
final class Fibers {

	private static final long IN_FLIGHT = TimeUnit.SECONDS.toNanos(4);

	private final List<Running> fibers = new ArrayList<>();

	private final List<Late> late = new ArrayList<>();

	private final Random random;

	private final boolean faults;

	private final Consumer<String> trace;

	private long nanos;

	private boolean calm;

	Fibers(Random random, boolean faults, Consumer<String> trace) {
		this.random = random;
		this.faults = faults;
		this.trace = trace;
	}

	long nanos() {
		return this.nanos;
	}

	/** How the calls of its fibers reach the API server. */
	SimulatedCalls calls() {
		return new SimulatedCalls(this::nanos, (effect) -> this.late.add(new Late(this.nanos + IN_FLIGHT, effect)));
	}

	/** No more faults. */
	void calm() {
		this.calm = true;
	}

	void finish() {
		while (!this.fibers.isEmpty()) {
			resume(this.fibers.get(0), Fate.OK);
		}
	}

	void killAll() {
		this.fibers.forEach((running) -> running.fiber().kill());
		this.fibers.clear();
	}

	/** Ends all work of a replica. What is on its way may still take effect. */
	void kill(SimulatedReplica replica) {
		for (Running running : List.copyOf(this.fibers)) {
			if (running.replica() == replica) {
				if (running.fiber().place() == Place.SENT && this.random.nextBoolean()) {
					resume(running, Fate.OK);
				}
				running.fiber().kill();
				this.fibers.remove(running);
			}
		}
	}

	void freezeOne() {
		if (!this.fibers.isEmpty()) {
			one(this.fibers).fiber().freeze(10 + this.random.nextInt(40));
		}
	}

	/** The VirtualService that is about to be replaced or deleted, if one is. */
	@Nullable ObjectKey aboutToBeWritten() {
		for (Running running : this.fibers) {
			Fiber fiber = running.fiber();
			if (fiber.place() == Place.SENT && fiber.call().matches("(replace|delete) VirtualService .*")) {
				String[] key = fiber.call().substring(fiber.call().lastIndexOf(' ') + 1).split("/");
				return new ObjectKey(key[0], key[1]);
			}
		}
		return null;
	}

	void begin(SimulatedReplica replica, ObjectKey key) {
		boolean busy = this.fibers.stream()
			.anyMatch((running) -> running.replica() == replica && running.fiber().subject().equals(key));
		if (!busy) {
			ChangeSteps steps = replica.steps();
			String name = replica.toString();
			this.fibers.add(new Running(replica, new Fiber(name, key, () -> steps.take(key))));
		}
	}

	void runOn() {
		List<Running> awake = this.fibers.stream().filter((running) -> running.fiber().awake()).toList();
		if (!this.late.isEmpty() && this.random.nextInt(6) == 0) {
			lateEffect(this.random.nextInt(this.late.size()));
		}
		else if (!awake.isEmpty()) {
			resume(one(awake), fate());
		}
	}

	private Fate fate() {
		int dice = (this.calm || !this.faults) ? 99 : this.random.nextInt(100);
		if (dice < 9) {
			return (dice < 3) ? Fate.LOST : (dice < 6) ? Fate.ANSWER_LOST : Fate.LATE;
		}
		return (dice == 9) ? Fate.TOO_MANY : Fate.OK;
	}

	private void resume(Running running, Fate fate) {
		Fiber fiber = running.fiber();
		Place before = fiber.place();
		String call = fiber.call();
		if (before == Place.ANSWERED && call.contains("Lease")) {
			boolean settled = running.replica().tables().settled(SimulatedPeople.GATEWAY);
			fiber.judgesBy(settled ? running.replica().cluster().view() : 0);
		}
		fiber.resume(fate);
		if (before == Place.SENT) {
			standStill(fiber, call);
			this.trace.accept(fiber + ": " + call + ((fate != Fate.OK) ? " " + fate : ""));
		}
		if (fiber.place() == Place.DONE) {
			this.fibers.remove(running);
			Throwable thrown = fiber.thrown();
			if (thrown != null && !(thrown instanceof ClusterException)) {
				throw new IllegalStateException(fiber.toString(), thrown);
			}
		}
	}

	// A long pause is worst between taking the lease and writing.
	private void standStill(Fiber fiber, String call) {
		boolean critical = call.contains("Lease") || call.startsWith("read VirtualService");
		if (critical && this.faults && !this.calm && this.random.nextInt(15) == 0) {
			fiber.freeze(80);
			this.trace.accept(fiber + " stands still");
		}
	}

	private void lateEffect(int index) {
		this.trace.accept("a call takes effect late");
		this.late.remove(index).effect().run();
	}

	// What is on its way has to arrive before more time passes than it may take.
	void pass(long millis) {
		long then = this.nanos + TimeUnit.MILLISECONDS.toNanos(millis);
		while (!this.late.isEmpty() && this.late.get(0).due() < then) {
			lateEffect(0);
		}
		for (Running running : List.copyOf(this.fibers)) {
			Fiber fiber = running.fiber();
			if (fiber.place() == Place.SENT && fiber.sent() + IN_FLIGHT < then) {
				resume(running, fate());
			}
		}
		this.nanos = then;
		this.trace.accept("" + millis + " ms pass");
	}

	private <T> T one(List<T> list) {
		return list.get(this.random.nextInt(list.size()));
	}

	/**
	 * A replica at work.
	 *
	 * @param replica the replica
	 * @param fiber the work
	 */
	private record Running(SimulatedReplica replica, Fiber fiber) {

	}

	/**
	 * A call that takes effect after it was given up.
	 *
	 * @param due until when
	 * @param effect what it does
	 */
	private record Late(long due, Runnable effect) {

	}

}
