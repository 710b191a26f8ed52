package dev.sekisho.chain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.sekisho.cluster.ObjectKey;

/**
 * Makes out of istiod's answers which proxies refuse their routes. A proxy that hasn't
 * answered yet looks the same as one that refuses; only one whose last taken push stays
 * the same while it isn't the last sent counts as refusing.
 */
final class PushLog {

	/** How long a proxy has to answer. */
	static final Duration PATIENCE = Duration.ofSeconds(5);

	private static final int MOST = 20_000;

	private final JsonMapper mapper = JsonMapper.shared();

	private Map<ObjectKey, Pending> pending = Map.of();

	/**
	 * Takes answers of {@code /debug/syncz}.
	 * @param answers the answers of all istiods, as JSON
	 * @param now when they came
	 * @return what they say
	 * @throws IllegalArgumentException if an answer isn't what istiod says
	 */
	Pushes take(List<byte[]> answers, Instant now) {
		Map<ObjectKey, Pending> still = new HashMap<>();
		Map<ObjectKey, Pushes.Push> routes = new HashMap<>();
		for (JsonNode proxy : proxies(answers)) {
			ObjectKey pod = pod(text(proxy, "proxy"));
			String sent = text(proxy, "route_sent");
			String taken = text(proxy, "route_acked");
			if (pod == null || sent.isEmpty()) {
				continue;
			}
			if (sent.equals(taken)) {
				routes.put(pod, new Pushes.Push(true, null));
				continue;
			}
			Pending before = this.pending.get(pod);
			Pending known = (before != null && before.taken().equals(taken)) ? before : new Pending(taken, now);
			boolean refuses = known.since().plus(PATIENCE).compareTo(now) <= 0;
			still.put(pod, known);
			routes.put(pod, new Pushes.Push(false, refuses ? known.since() : null));
		}
		this.pending = still;
		return new Pushes(now, routes);
	}

	private List<JsonNode> proxies(List<byte[]> answers) {
		List<JsonNode> proxies = new ArrayList<>();
		for (byte[] answer : answers) {
			JsonNode read = read(answer);
			if (!read.isArray() || proxies.size() + read.size() > MOST) {
				throw new IllegalArgumentException("not a list of proxies");
			}
			read.forEach(proxies::add);
		}
		return proxies;
	}

	private JsonNode read(byte[] answer) {
		try {
			return this.mapper.readTree(answer);
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException("not JSON", ex);
		}
	}

	private static String text(JsonNode proxy, String field) {
		JsonNode value = proxy.path(field);
		return value.isString() ? value.asString() : "";
	}

	// A proxy is called after its pod: name and namespace with a dot between them, which
	// may stand in the name too.
	private static @Nullable ObjectKey pod(String proxy) {
		int dot = proxy.lastIndexOf('.');
		return (dot > 0 && dot < proxy.length() - 1) ? new ObjectKey(proxy.substring(dot + 1), proxy.substring(0, dot))
				: null;
	}

	/**
	 * A proxy whose last answer is older than what was sent last.
	 *
	 * @param taken what it took last
	 * @param since since when that is so
	 */
	private record Pending(String taken, Instant since) {

	}

}
