package dev.sekisho.cluster;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A call to the API server that didn't do what was asked.
 */
public class ClusterException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final Reason reason;

	private final transient List<Cause> causes;

	private final transient @Nullable Duration retryAfter;

	/**
	 * Creates the exception.
	 * @param reason the kind of failure
	 * @param message the API server's own message, or what happened to the call
	 * @param causes the fields that were refused, if the API server named them
	 * @param retryAfter when it asked to be called again, if it did
	 * @param cause the client's exception, if there is one
	 */
	public ClusterException(Reason reason, String message, List<Cause> causes, @Nullable Duration retryAfter,
			@Nullable Throwable cause) {
		super(message, cause);
		this.reason = reason;
		this.causes = List.copyOf(causes);
		this.retryAfter = retryAfter;
	}

	/**
	 * The kind of failure.
	 * @return the reason
	 */
	public Reason reason() {
		return this.reason;
	}

	/**
	 * The fields that were refused.
	 * @return the causes; empty if none were named
	 */
	public List<Cause> causes() {
		return this.causes;
	}

	/**
	 * When to call again.
	 * @return the wait the API server asked for, if it did
	 */
	public @Nullable Duration retryAfter() {
		return this.retryAfter;
	}

	/**
	 * A field the API server refused.
	 *
	 * @param field the path of the field, such as {@code spec.action}
	 * @param message why
	 */
	public record Cause(String field, String message) {

	}

	/**
	 * The kinds of failure.
	 */
	public enum Reason {

		/** 401. */
		UNAUTHENTICATED,
		/** 403 by RBAC. */
		FORBIDDEN,
		/** 404. */
		NOT_FOUND,
		/** 409: an object of this name exists. */
		ALREADY_EXISTS,
		/** 409: resourceVersion or a precondition no longer holds. */
		CONFLICT,
		/** 410. */
		GONE,
		/** 400 or 422 by the schema. */
		INVALID,
		/** Refused by an admission policy or webhook. */
		DENIED,
		/** 413. */
		TOO_LARGE,
		/** 429. */
		TOO_MANY_REQUESTS,
		/** An admission webhook couldn't be called. */
		WEBHOOK_UNAVAILABLE,
		/**
		 * The call didn't get through, timed out or failed in the API server; it may have
		 * taken effect.
		 */
		UNAVAILABLE,
		/** The portal is read-only on this cluster. */
		READ_ONLY

	}

}
