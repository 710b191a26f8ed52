package dev.sekisho.routing.condition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.sekisho.routing.HttpRequest.Header;
import dev.sekisho.routing.StringMatch;

/**
 * The headers of a request as routes see them. Envoy's connection manager takes some
 * away, sets some by itself and keeps the lines of some in one (its inline headers); seen
 * with Envoy 1.40 at a gateway of istiod 1.31.
 */
final class ReceivedHeaders {

	/** The header that says by which scheme the client came. */
	static final String FORWARDED_PROTO = "x-forwarded-proto";

	private static final Set<String> JOINED = Set.of("accept", "accept-encoding", "access-control-request-headers",
			"access-control-request-method", "access-control-request-private-network", "authorization", "cache-control",
			"content-encoding", "content-type", "expect", "grpc-accept-encoding", "grpc-timeout", "if-match",
			"if-modified-since", "if-none-match", "origin", "pragma", "proxy-status", "referer", "te", "user-agent",
			"via", "x-client-trace-id", "x-envoy-attempt-count", "x-envoy-is-timeout-retry", "x-forwarded-host",
			"x-forwarded-port", FORWARDED_PROTO);

	private static final Set<String> TAKEN_AWAY = Set.of("connection", "keep-alive", "proxy-connection",
			"transfer-encoding", "upgrade", "x-envoy-decorator-operation", "x-envoy-downstream-service-cluster",
			"x-envoy-downstream-service-node", "x-envoy-expected-rq-timeout-ms", "x-envoy-force-trace",
			"x-envoy-hedge-on-per-try-timeout", "x-envoy-internal", "x-envoy-ip-tags", "x-envoy-max-retries",
			"x-envoy-original-host", "x-envoy-original-path", "x-envoy-retriable-header-names",
			"x-envoy-retriable-status-codes", "x-envoy-retry-grpc-on", "x-envoy-retry-on",
			"x-envoy-upstream-alt-stat-name", "x-envoy-upstream-rq-per-try-timeout-ms",
			"x-envoy-upstream-rq-timeout-alt-response", "x-envoy-upstream-rq-timeout-ms", "x-forwarded-client-cert");

	private static final String REQUEST_ID = "x-request-id";

	private static final Set<String> SET_BY_GATEWAY = Set.of("x-envoy-external-address", "x-forwarded-for", REQUEST_ID);

	private static final String MADE_UP = "a value that only the gateway knows";

	private ReceivedHeaders() {
	}

	/**
	 * Whether a condition is on a value that only the gateway knows: every request has
	 * these headers. No request has a certain id, as ids are made up.
	 * @param name the header's name in lower case
	 * @param match the condition on its value
	 * @return whether nobody else can tell
	 */
	static boolean isUntold(String name, StringMatch match) {
		return SET_BY_GATEWAY.contains(name) && match.kind() != StringMatch.Kind.PRESENT
				&& !(name.equals(REQUEST_ID) && match.kind() == StringMatch.Kind.EXACT);
	}

	/**
	 * What the gateway makes of the headers of a request.
	 * @param sent the headers as sent
	 * @param trustedProxies how many proxies before it the gateway trusts
	 * @return the values as bytes, one per line, by name in lower case
	 */
	static Map<String, List<String>> of(List<Header> sent, int trustedProxies) {
		Map<String, List<String>> received = new HashMap<>();
		for (Header header : sent) {
			String name = ByteText.lowerCase(header.name());
			if (!TAKEN_AWAY.contains(name)) {
				received.computeIfAbsent(name, (any) -> new ArrayList<>(1)).add(ByteText.of(header.value().strip()));
			}
		}
		received.replaceAll((name, lines) -> (lines.size() > 1 && JOINED.contains(name)) ? joined(lines) : lines);
		if (trustedProxies == 0 || !received.containsKey(FORWARDED_PROTO)) {
			received.put(FORWARDED_PROTO, List.of("http"));
		}
		SET_BY_GATEWAY.forEach((name) -> received.put(name, List.of(MADE_UP)));
		keepTrailersOnly(received);
		return received;
	}

	// Envoy appends nothing, not even a comma, for an empty line.
	private static List<String> joined(List<String> lines) {
		return List.of(lines.stream().filter((line) -> !line.isEmpty()).collect(Collectors.joining(",")));
	}

	private static void keepTrailersOnly(Map<String, List<String>> received) {
		List<String> te = received.getOrDefault("te", List.of());
		if (!te.isEmpty() && !te.get(0).isEmpty()) {
			if (List.of(te.get(0).split("\\s*,\\s*")).contains("trailers")) {
				received.put("te", List.of("trailers"));
			}
			else {
				received.remove("te");
			}
		}
	}

}
