package dev.sekisho.routing.manifest;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A fault that is injected. A delay changes no answer.
 *
 * @param abortStatus the status of the abort; 0 without an abort
 * @param abortShare how many of a million requests are aborted
 * @param delay the delay, or empty
 */
public record FaultSpec(int abortStatus, long abortShare, String delay) {

	/** All requests. */
	static final long ALWAYS = 1_000_000;

	static @Nullable FaultSpec ofNullable(@Nullable Fields fault) {
		if (fault == null) {
			return null;
		}
		Fields abort = fault.object("abort");
		int status = (int) abort.number("httpStatus");
		if (status == 0 && abort.has("grpcStatus")) {
			status = 200;
		}
		return new FaultSpec(status, share(abort), fault.object("delay").text("fixedDelay"));
	}

	/**
	 * Whether no request gets through.
	 * @return whether every request is aborted
	 */
	public boolean alwaysAborts() {
		return this.abortStatus != 0 && this.abortShare >= ALWAYS;
	}

	/**
	 * Whether some requests don't get through.
	 * @return whether a share of requests is aborted
	 */
	public boolean mayAbort() {
		return this.abortStatus != 0 && this.abortShare > 0;
	}

	/**
	 * What it does, for readers.
	 * @return one line for each setting
	 */
	public List<String> effects() {
		List<String> effects = new ArrayList<>();
		if (mayAbort()) {
			effects.add("fault abort " + this.abortStatus + " " + (this.abortShare / 10_000.0) + "%");
		}
		if (!this.delay.isEmpty()) {
			effects.add("fault delay " + this.delay);
		}
		return effects;
	}

	private static long share(Fields abort) {
		Double value = abort.object("percentage").decimalOrNull("value");
		return (value != null) ? (long) (value * 10_000) : 0;
	}

}
