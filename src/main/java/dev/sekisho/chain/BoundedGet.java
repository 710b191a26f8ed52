package dev.sekisho.chain;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reads from what isn't trusted: up to a number of bytes, in a time that holds for the
 * whole answer, without following redirects.
 */
final class BoundedGet {

	private final HttpClient client;

	private final Duration timeout;

	private final int longest;

	/**
	 * Prepares the reading.
	 * @param timeout how long everything may take
	 * @param longest how many bytes are read at most
	 */
	BoundedGet(Duration timeout, int longest) {
		this.timeout = timeout;
		this.longest = longest;
		this.client = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.followRedirects(HttpClient.Redirect.NEVER)
			.connectTimeout(timeout)
			.build();
	}

	/**
	 * Reads an address.
	 * @param url the address
	 * @return what it answers
	 * @throws NoAnswer if it doesn't answer with 200, or too late, or with too much
	 */
	byte[] get(String url) throws NoAnswer {
		CompletableFuture<HttpResponse<byte[]>> answer = this.client
			.sendAsync(HttpRequest.newBuilder(URI.create(url)).build(), (head) -> new LimitedBody(this.longest));
		try {
			HttpResponse<byte[]> response = answer.get(this.timeout.toMillis(), TimeUnit.MILLISECONDS);
			if (response.statusCode() != 200) {
				throw new NoAnswer("status " + response.statusCode());
			}
			return response.body();
		}
		catch (TimeoutException ex) {
			// Ends the exchange too, however slowly it goes on.
			answer.cancel(true);
			throw new NoAnswer("no answer within " + this.timeout);
		}
		catch (ExecutionException ex) {
			throw new NoAnswer(String.valueOf(ex.getCause()));
		}
		catch (InterruptedException ex) {
			answer.cancel(true);
			Thread.currentThread().interrupt();
			throw new NoAnswer("interrupted");
		}
	}

	/**
	 * There was no answer to use.
	 */
	static final class NoAnswer extends Exception {

		private static final long serialVersionUID = 1L;

		NoAnswer(String message) {
			super(message);
		}

	}

}
