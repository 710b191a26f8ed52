package dev.sekisho.cluster;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the connection in use and renews it when address, trust or credentials change.
 * Calls under way end on the connection they began on.
 */
final class Connections implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Connections.class);

	private static final Duration BETWEEN_REFUSALS = Duration.ofSeconds(5);

	private final Attachment attachment;

	private final Duration connectTimeout;

	private volatile Connection current;

	private volatile long readAt = System.nanoTime();

	private volatile long refusedAt = System.nanoTime() - BETWEEN_REFUSALS.toNanos();

	Connections(Attachment attachment, Duration connectTimeout) {
		this.attachment = attachment;
		this.connectTimeout = connectTimeout;
		this.current = Connection.open(attachment.read(), connectTimeout, null);
	}

	Connection current() {
		Duration fresh = this.attachment.rereadAfter();
		if (fresh != null && olderThan(fresh, this.readAt)) {
			renewOlderThan(fresh);
		}
		return this.current;
	}

	private synchronized void renewOlderThan(Duration fresh) {
		if (olderThan(fresh, this.readAt)) {
			renew();
		}
	}

	/**
	 * Looks for newer credentials when the API server doesn't take the ones in use; not
	 * too often, since a credential plugin may be slow.
	 * @param refused the connection that was refused
	 * @return the renewed connection; {@code null} if there are no other credentials
	 */
	synchronized @Nullable Connection afterRefusal(Connection refused) {
		if (!this.current.differs(refused) && olderThan(BETWEEN_REFUSALS, this.refusedAt)) {
			renew();
			this.refusedAt = System.nanoTime();
		}
		Connection renewed = this.current;
		return renewed.differs(refused) ? renewed : null;
	}

	private void renew() {
		this.readAt = System.nanoTime();
		try {
			this.current = Connection.open(this.attachment.read(), this.connectTimeout, this.current);
		}
		catch (RuntimeException ex) {
			logger.warn("The portal's credentials can't be read again: {}", ex.getMessage());
		}
	}

	private static boolean olderThan(Duration age, long since) {
		return System.nanoTime() - since >= age.toNanos();
	}

	@Override
	public void close() {
		this.current.close();
	}

}
