package dev.sekisho.chain;

import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends one request to a gateway pod and judges the answer. The pod is addressed as a
 * proxy would be, so that the request carries the route's host and no name is looked up.
 * Redirects aren't followed, and no more than the limits allow is read or waited for.
 */
final class ProbeClient {

	/** What the gateway puts into answers that come from a Service (Envoy's router). */
	private static final String FROM_SERVICE = "x-envoy-upstream-service-time";

	/** Who probes say they are. */
	static final String AGENT = "Sekisho-Probe";

	private final Duration timeout;

	private final int longest;

	ProbeClient(Duration timeout, int longest) {
		this.timeout = timeout;
		this.longest = longest;
	}

	/**
	 * Sends a request.
	 * @param target where to
	 * @param request the request, with host and path
	 * @param byGateway whether the gateway itself is expected to answer, as with a
	 * redirect
	 * @return what came of it
	 */
	ProbeResult send(ProbeTarget target, ProbeRequest request, boolean byGateway) {
		Sent sent = new Sent(target, request, byGateway, Instant.now(), System.nanoTime());
		CompletableFuture<HttpResponse<byte[]>> answer = exchange(target, request);
		try {
			return sent.answered(answer.get(this.timeout.toMillis(), TimeUnit.MILLISECONDS));
		}
		catch (TimeoutException ex) {
			// Ends the exchange too, however slowly it goes on.
			answer.cancel(true);
			return sent.result(HopState.DOWN, 0, "too-slow", this.timeout.toMillis());
		}
		catch (ExecutionException ex) {
			String code = (ex.getCause() instanceof ConnectException) ? "unreachable" : "broken";
			return sent.result(HopState.DOWN, 0, code, target.pod());
		}
		catch (InterruptedException ex) {
			answer.cancel(true);
			Thread.currentThread().interrupt();
			return sent.result(HopState.UNKNOWN, 0, "broken", target.pod());
		}
	}

	private CompletableFuture<HttpResponse<byte[]>> exchange(ProbeTarget target, ProbeRequest request) {
		HttpClient client = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.followRedirects(HttpClient.Redirect.NEVER)
			.connectTimeout(this.timeout)
			.proxy(ProxySelector.of(target.address()))
			.build();
		java.net.http.HttpRequest message = java.net.http.HttpRequest
			.newBuilder(URI.create("http://" + request.host() + request.path()))
			.method(request.method(), java.net.http.HttpRequest.BodyPublishers.noBody())
			.header("User-Agent", AGENT)
			.build();
		int wanted = request.body().isEmpty() ? 0 : this.longest;
		return client.sendAsync(message, (head) -> LimitedBody.beginning(wanted));
	}

	/**
	 * A request under way.
	 *
	 * @param target where to
	 * @param request the request
	 * @param byGateway whether the gateway itself is expected to answer
	 * @param at when it was sent
	 * @param nanos the same by the clock that measures
	 */
	private record Sent(ProbeTarget target, ProbeRequest request, boolean byGateway, Instant at, long nanos) {

		ProbeResult answered(HttpResponse<byte[]> response) {
			int status = response.statusCode();
			boolean fromService = response.headers().firstValue(FROM_SERVICE).isPresent();
			if (this.request.rule() && meets(response)) {
				return result(HopState.HEALTHY, status, "as-expected", status);
			}
			if (!fromService) {
				return result(this.byGateway ? HopState.HEALTHY : HopState.DOWN, status,
						this.byGateway ? "gateway-as-routed" : "gateway", status);
			}
			if (this.request.rule()) {
				return result(HopState.DOWN, status, "other", status);
			}
			return result((status < 500) ? HopState.UNKNOWN : HopState.DEGRADED, status,
					(status < 500) ? "no-rule" : "failing", status);
		}

		private boolean meets(HttpResponse<byte[]> response) {
			boolean header = this.request.header().isEmpty() || response.headers()
				.allValues(this.request.header())
				.stream()
				.anyMatch((value) -> value.contains(this.request.value()));
			return header && new String(response.body(), StandardCharsets.UTF_8).contains(this.request.body());
		}

		ProbeResult result(HopState state, int status, String code, Object argument) {
			return new ProbeResult(this.at, this.request.method(), this.request.host(), this.request.path(),
					this.target.pod(), state, Reason.of("probe." + code, argument), status,
					TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - this.nanos));
		}

	}

}
