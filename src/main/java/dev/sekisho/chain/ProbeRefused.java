package dev.sekisho.chain;

import java.util.Locale;

/**
 * A probe wasn't sent.
 */
public class ProbeRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final Reason reason;

	private final String field;

	ProbeRefused(Reason reason) {
		this(reason, "");
	}

	ProbeRefused(Reason reason, String field) {
		super(reason.code() + " " + field);
		this.reason = reason;
		this.field = field;
	}

	/**
	 * Why not.
	 * @return the reason
	 */
	public Reason reason() {
		return this.reason;
	}

	/**
	 * What of the request can't be read.
	 * @return the field; empty for other reasons
	 */
	public String field() {
		return this.field;
	}

	/**
	 * Why a probe isn't sent.
	 */
	public enum Reason {

		/** There is no such VirtualService, or the caller doesn't see it. */
		NOT_FOUND(404),
		/** The caller may not propose changes in its namespace. */
		FORBIDDEN(403),
		/** Probes are switched off. */
		OFF(409),
		/** A part of the request isn't what it should be. */
		UNREADABLE(400),
		/** Another VirtualService, or none, would get the request. */
		NOT_YOURS(409),
		/** No ready gateway pod has an address that may be probed. */
		NO_TARGET(409),
		/** The gateway listens with TLS where its Service sends to. */
		TLS(409),
		/** There were too many probes. */
		TOO_OFTEN(429);

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
		 * The value in message keys.
		 * @return such as {@code not-yours}
		 */
		public String code() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
