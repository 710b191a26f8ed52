package dev.sekisho.access;

import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

import dev.sekisho.cluster.ClusterException;

/**
 * A caller who holds something open. Whether they still may is looked at again and again,
 * from answers that are at most three quarters of a minute old.
 */
public class Attendance implements AutoCloseable {

	private final Caller caller;

	private final Callers callers;

	private final Rights rights;

	private final BooleanSupplier signedIn;

	private final Runnable close;

	private @Nullable Visibility seen;

	Attendance(Caller caller, Callers callers, Rights rights, BooleanSupplier signedIn, Runnable close) {
		this.caller = caller;
		this.callers = callers;
		this.rights = rights;
		this.signedIn = signedIn;
		this.close = close;
	}

	/**
	 * Looks whether the caller is still who they were, and still sees what they saw when
	 * this was asked before. While the API server can't be asked, they do.
	 * @return how it is
	 */
	public synchronized State look() {
		try {
			if (!this.signedIn.getAsBoolean() || !known()) {
				return State.LEFT;
			}
			Visibility before = this.seen;
			this.seen = this.rights.visibility(this.caller);
			return (before == null || this.seen.covers(before)) ? State.HERE : State.SEES_LESS;
		}
		catch (ClusterException ex) {
			return (ex.reason() == ClusterException.Reason.UNAUTHENTICATED) ? State.LEFT : State.HERE;
		}
	}

	// Who belongs to other groups now is somebody else as far as rights go.
	private boolean known() {
		try {
			return this.caller.token()
				.map((token) -> this.callers.byToken(token).identity().equals(this.caller.identity()))
				.orElse(true);
		}
		catch (CallerRefused ex) {
			return false;
		}
	}

	@Override
	public void close() {
		this.close.run();
	}

	/**
	 * How it is with a caller.
	 */
	public enum State {

		/** Nothing has changed. */
		HERE,
		/** They are here, but don't see something any more that they saw. */
		SEES_LESS,
		/** Their sign-in has ended, or their token isn't taken any more. */
		LEFT

	}

}
