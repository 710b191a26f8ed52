package dev.sekisho.change;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A step in a change's life that isn't taken, though what was sent is well-formed.
 */
public class ChangeRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final Reason reason;

	private final transient @Nullable Preview preview;

	private final transient @Nullable RouteReview review;

	/**
	 * Creates the exception.
	 * @param reason why
	 * @param preview the preview on the state as it is now, if that helps
	 * @param review the review that decided already, if one did
	 */
	public ChangeRefused(Reason reason, @Nullable Preview preview, @Nullable RouteReview review) {
		super(reason.name());
		this.reason = reason;
		this.preview = preview;
		this.review = review;
	}

	/**
	 * Creates the exception.
	 * @param reason why
	 */
	public ChangeRefused(Reason reason) {
		this(reason, null, null);
	}

	/**
	 * Why.
	 * @return the reason
	 */
	public Reason reason() {
		return this.reason;
	}

	/**
	 * The preview on the state as it is now.
	 * @return the preview, if there is one
	 */
	public @Nullable Preview preview() {
		return this.preview;
	}

	/**
	 * The review that decided already.
	 * @return the review, if there is one
	 */
	public @Nullable RouteReview review() {
		return this.review;
	}

	/**
	 * Why a step isn't taken; the text is {@code change.refused.*} in the messages.
	 */
	public enum Reason {

		/** There is no such thing, or the caller may not know of it. */
		NOT_FOUND(404),
		/** The caller sees it and may not do this. */
		NOT_ALLOWED(403),
		/** The author can't review their own change. */
		OWN_CHANGE(403),
		/** The object exists and no baseline was sent. */
		BASELINE_MISSING(428),
		/** The object isn't the one the change was made from. */
		BASELINE_CHANGED(409),
		/** A change of that name with another content exists. */
		NAME_TAKEN(409),
		/** There is no drift that could be ended so. */
		NOT_DRIFTED(409),
		/** A check blocks it. */
		BLOCKED(422),
		/** It was decided already. */
		DECIDED(409),
		/** The impact isn't the one that was seen. */
		IMPACT_CHANGED(409),
		/** A finding has to be acknowledged. */
		NOT_ACKNOWLEDGED(422),
		/** Too many changes of the namespace wait already. */
		TOO_MANY(429),
		/** The state of the cluster isn't known, or not recently enough. */
		NOT_READY(503);

		private final int status;

		Reason(int status) {
			this.status = status;
		}

		/**
		 * The HTTP status that says it.
		 * @return the status
		 */
		public int status() {
			return this.status;
		}

		/**
		 * The code in messages and problems.
		 * @return such as {@code baseline-changed}
		 */
		public String code() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
