package dev.sekisho.apply;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import dev.sekisho.apply.Fiber.Fate;
import dev.sekisho.apply.Fiber.Place;
import dev.sekisho.cluster.ClusterException;
import dev.sekisho.cluster.ClusterException.Reason;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.cluster.ResourceKind;

/**
 * Lets the schedule decide what becomes of each call, and when.
 *
 * @param time the time
 * @param late gets what takes effect after its caller gave up
 */
record SimulatedCalls(LongSupplier time, Consumer<Runnable> late) {

	/** For a replica that isn't part of a schedule: calls just work. */
	static final SimulatedCalls NONE = new SimulatedCalls(() -> 0, Runnable::run);

	<T> T read(String what, Supplier<T> effect) {
		if (!Fiber.inside()) {
			return effect.get();
		}
		Fate fate = Fiber.current().pause(Place.SENT, what, this.time.getAsLong());
		if (fate == Fate.LOST || fate == Fate.ANSWER_LOST) {
			throw failure(Reason.UNAVAILABLE, what);
		}
		return answered(what, effect.get());
	}

	<T> T write(String verb, ResourceKind kind, ObjectKey key, Supplier<T> effect) {
		if (!Fiber.inside()) {
			return effect.get();
		}
		String what = verb + " " + kind.kind() + " " + key;
		Fate fate = Fiber.current().pause(Place.SENT, what, this.time.getAsLong());
		switch (fate) {
			case LOST -> throw failure(Reason.UNAVAILABLE, what);
			case LATE -> {
				this.late.accept(() -> quietly(effect));
				throw failure(Reason.UNAVAILABLE, what);
			}
			case ANSWER_LOST -> {
				quietly(effect);
				throw failure(Reason.UNAVAILABLE, what);
			}
			case TOO_MANY ->
				throw new ClusterException(Reason.TOO_MANY_REQUESTS, what, List.of(), Duration.ofSeconds(2), null);
			case WEBHOOK -> throw failure(Reason.WEBHOOK_UNAVAILABLE, what);
			case DENIED -> throw failure(Reason.DENIED, what);
			default -> {
				return written(what, effect);
			}
		}
	}

	private <T> T written(String what, Supplier<T> effect) {
		try {
			return answered(what, effect.get());
		}
		catch (ClusterException ex) {
			Fiber.current().pause(Place.ANSWERED, what + ": " + ex.reason(), this.time.getAsLong());
			throw ex;
		}
	}

	private <T> T answered(String what, T answer) {
		Fiber.current().pause(Place.ANSWERED, what, this.time.getAsLong());
		return answer;
	}

	private static void quietly(Supplier<?> effect) {
		try {
			effect.get();
		}
		catch (ClusterException ex) {
			assert ex.reason() != Reason.READ_ONLY;
		}
	}

	private static ClusterException failure(Reason reason, String what) {
		return new ClusterException(reason, reason + ": " + what, List.of(), null, null);
	}

}
