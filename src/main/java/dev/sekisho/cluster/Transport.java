package dev.sekisho.cluster;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import org.jspecify.annotations.Nullable;

import dev.sekisho.cluster.ClusterException.Reason;

/**
 * Sends requests, each bounded in time. Repeats what may be repeated, twice at most; a
 * write only if it surely wasn't received.
 */
final class Transport {

	private static final Set<Integer> BUSY = Set.of(429, 502, 503, 504);

	private static final int ATTEMPTS = 3;

	private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

	private final Connections connections;

	private final Duration timeout;

	private final Patience patience;

	Transport(Connections connections, Duration timeout) {
		this.connections = connections;
		this.timeout = timeout;
		this.patience = new Patience(timeout);
	}

	/**
	 * Sends a request.
	 * @param request the request
	 * @param credential as whom
	 * @return the answer, which is a success
	 * @throws ClusterException if there is no answer in time or it isn't a success
	 */
	ApiResponse send(ApiRequest request, Credential credential) {
		long deadline = System.nanoTime() + this.patience.now().toNanos();
		for (int attempt = 1;; attempt++) {
			Duration pause = pause(attempt, deadline);
			try {
				ApiResponse response = authenticated(request, credential, deadline);
				this.patience.answered();
				if (response.successful()) {
					return response;
				}
				ClusterException failure = Failures.of(response);
				pause = asked(failure.retryAfter(), pause);
				if (pause == null || !request.repeatable() || !BUSY.contains(response.code())) {
					throw failure;
				}
			}
			catch (IOException ex) {
				if (System.nanoTime() - deadline >= 0) {
					this.patience.silent();
				}
				if (pause == null || !(request.repeatable() || unsent(ex))) {
					throw unavailable(request, ex);
				}
			}
			sleep(pause);
		}
	}

	/**
	 * Opens a watch as the portal.
	 * @param request the request
	 * @return the stream of its events
	 * @throws ClusterException if it can't be opened
	 */
	WatchStream open(ApiRequest request) {
		try {
			Connection connection = this.connections.current();
			WatchStream stream = open(request, connection);
			Connection renewed = (stream.code() == 401) ? this.connections.afterRefusal(connection) : null;
			if (renewed != null) {
				stream.close();
				stream = open(request, renewed);
			}
			if (stream.code() != 200) {
				throw Failures.of(stream.refusal(this.timeout));
			}
			return stream;
		}
		catch (IOException ex) {
			throw unavailable(request, ex);
		}
	}

	private WatchStream open(ApiRequest request, Connection connection) throws IOException {
		WatchStream stream = new WatchStream();
		HttpRequest http = http(request, connection, new Credential.Portal(), this.timeout);
		stream.opened(await(connection.portal().consumeBytes(http, stream::offer), this.timeout));
		return stream;
	}

	private ApiResponse authenticated(ApiRequest request, Credential credential, long deadline) throws IOException {
		Connection connection = this.connections.current();
		ApiResponse response = once(request, credential, connection, deadline);
		if (response.code() == 401 && !(credential instanceof Credential.Token)) {
			Connection renewed = this.connections.afterRefusal(connection);
			return (renewed != null) ? once(request, credential, renewed, deadline) : response;
		}
		return response;
	}

	private static ApiResponse once(ApiRequest request, Credential credential, Connection connection, long deadline)
			throws IOException {
		Duration left = Duration.ofNanos(Math.max(1_000_000, deadline - System.nanoTime()));
		HttpClient client = (credential instanceof Credential.Token) ? connection.bare() : connection.portal();
		HttpResponse<byte[]> response = await(
				client.sendAsync(http(request, connection, credential, left), byte[].class), left);
		return ApiResponse.of(response, response.body());
	}

	private static HttpRequest http(ApiRequest request, Connection connection, Credential credential, Duration limit) {
		HttpRequest.Builder http = connection.portal()
			.newHttpRequestBuilder()
			.uri(request.at(connection.base()))
			.header("Accept", "application/json")
			.timeout(limit.toMillis(), TimeUnit.MILLISECONDS);
		String token = (credential instanceof Credential.Token given) ? given.token() : connection.token();
		if (token != null) {
			http.header("Authorization", "Bearer " + token);
		}
		if (credential instanceof Credential.Impersonated somebody) {
			http.header("Impersonate-User", somebody.identity().username());
			somebody.identity().groups().forEach((group) -> http.header("Impersonate-Group", group));
		}
		String body = request.body();
		return http.method(request.method(), "application/json", body).build();
	}

	private static <T> T await(CompletableFuture<T> future, Duration limit) throws IOException {
		try {
			return future.get(limit.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (TimeoutException ex) {
			future.cancel(true);
			throw new IOException("no answer within " + limit.toMillis() + " ms", ex);
		}
		catch (ExecutionException ex) {
			Throwable cause = ex.getCause();
			throw (cause instanceof IOException io) ? io : new IOException(String.valueOf(cause), cause);
		}
		catch (InterruptedException ex) {
			future.cancel(true);
			Thread.currentThread().interrupt();
			throw new IOException("interrupted", ex);
		}
	}

	// No pause at all when there is nothing left to try.
	private static @Nullable Duration pause(int attempt, long deadline) {
		long millis = FIRST_PAUSE.toMillis() << (2 * (attempt - 1));
		Duration pause = Duration.ofMillis(millis + ThreadLocalRandom.current().nextLong(millis));
		boolean time = System.nanoTime() + pause.toNanos() < deadline;
		return (attempt < ATTEMPTS && time && !Thread.currentThread().isInterrupted()) ? pause : null;
	}

	private static @Nullable Duration asked(@Nullable Duration asked, @Nullable Duration pause) {
		if (asked == null || pause == null) {
			return pause;
		}
		return (asked.compareTo(LONGEST_PAUSE) > 0) ? null : (asked.compareTo(pause) > 0) ? asked : pause;
	}

	private static boolean unsent(IOException failure) {
		return failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException;
	}

	private static ClusterException unavailable(ApiRequest request, IOException ex) {
		String why = (ex.getMessage() != null) ? ex.getMessage() : ex.getClass().getSimpleName();
		return new ClusterException(Reason.UNAVAILABLE, "The API server can't be reached (" + request + "): " + why,
				java.util.List.of(), null, ex);
	}

	private static void sleep(Duration pause) {
		try {
			Thread.sleep(pause.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
