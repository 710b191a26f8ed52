package dev.sekisho.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import com.sun.net.httpserver.HttpExchange;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of writes.
 */
public interface Fault {

	/** Every write goes through. */
	Fault NONE = new Fault() {
	};

	/**
	 * Called before a write takes effect.
	 * @param write method and path
	 * @param number which one it is, from 1
	 * @return what to answer in its place; {@code null} to let it through
	 */
	default @Nullable Reply before(String write, int number) {
		return null;
	}

	/**
	 * Called after a write took effect.
	 * @param write method and path
	 * @param number which one it is, from 1
	 * @return what to answer in place of the API server's answer; {@code null} for that
	 */
	default @Nullable Reply after(String write, int number) {
		return null;
	}

	/**
	 * An answer.
	 *
	 * @param code the status code; 0 for the end of the connection without an answer
	 * @param reason the reason as Kubernetes writes it
	 * @param message the message
	 * @param retryAfter seconds; 0 for none
	 */
	record Reply(int code, String reason, String message, int retryAfter) {

		/** The connection ends. */
		public static final Reply NOTHING = new Reply(0, "", "", 0);

		/**
		 * Makes a refusal.
		 * @param code the status code
		 * @param reason the reason as Kubernetes writes it
		 * @param retryAfter seconds; 0 for none
		 */
		public Reply(int code, String reason, int retryAfter) {
			this(code, reason, "a fault of the test", retryAfter);
		}

		void send(HttpExchange exchange) throws IOException {
			if (this.code == 0) {
				throw new IOException("on purpose");
			}
			if (this.retryAfter > 0) {
				exchange.getResponseHeaders().add("Retry-After", String.valueOf(this.retryAfter));
			}
			exchange.getResponseHeaders().add("Content-Type", "application/json");
			byte[] body = """
					{"kind": "Status", "apiVersion": "v1", "status": "Failure", "code": %d, "reason": "%s",
					 "message": "%s"}""".formatted(this.code, this.reason, this.message)
				.getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(this.code, body.length);
			exchange.getResponseBody().write(body);
		}

	}

}
