package dev.sekisho.route;

import java.util.List;
import java.util.Locale;

import dev.sekisho.cluster.ObjectKey;

/**
 * One path of an Ingress, as a rule of the load balancer's listeners.
 *
 * @param ingress the Ingress
 * @param host the host it is for; empty for any
 * @param path the path as the Ingress writes it; empty for any
 * @param patterns the patterns the path stands for
 * @param conditional whether further conditions stand in an annotation, so that it may
 * not take all of these requests
 * @param service the Service it sends to; empty name for an action of its own
 */
public record AlbRule(ObjectKey ingress, String host, String path, List<AlbPattern> patterns, boolean conditional,
		ObjectKey service) {

	private static final AlbPattern ANY = new AlbPattern("*");

	public AlbRule {
		patterns = List.copyOf(patterns);
	}

	/**
	 * The patterns of a path, as the load balancer controller builds them.
	 * @param path the path; empty for any
	 * @param type {@code Exact}, {@code Prefix} or {@code ImplementationSpecific}
	 * @return the patterns
	 */
	static List<AlbPattern> patterns(String path, String type) {
		if (path.isEmpty()) {
			return List.of(ANY);
		}
		if (!"Prefix".equals(type)) {
			return List.of(new AlbPattern(path));
		}
		String bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
		return bare.isEmpty() ? List.of(new AlbPattern("/*"))
				: List.of(new AlbPattern(bare), new AlbPattern(bare + "/*"));
	}

	/**
	 * Whether it takes a request, further conditions aside.
	 * @param asked the host the client asks for, perhaps with a port
	 * @param target path and query
	 * @return {@code true} if host and path are its own
	 */
	public boolean takes(String asked, String target) {
		int port = asked.lastIndexOf(':');
		String name = (port > asked.lastIndexOf(']')) ? asked.substring(0, port) : asked;
		int query = target.indexOf('?');
		String only = (query < 0) ? target : target.substring(0, query);
		return AlbPattern.ofHost(this.host).matches(name.toLowerCase(Locale.ROOT))
				&& this.patterns.stream().anyMatch((pattern) -> pattern.matches(only));
	}

	/**
	 * Whether it takes some request of a host and a path.
	 * @param asked a host, perhaps with {@code *}
	 * @param wanted the paths, as a pattern
	 * @return {@code true} if they have a request in common
	 */
	public boolean meets(String asked, AlbPattern wanted) {
		return AlbPattern.ofHost(this.host).meets(AlbPattern.ofHost(asked))
				&& this.patterns.stream().anyMatch((pattern) -> pattern.meets(wanted));
	}

	/**
	 * Whether it takes every request of a host whose path begins with something.
	 * @param asked a host, perhaps with {@code *}; empty for any
	 * @param prefix the beginning of the path
	 * @return {@code true} if nothing is left for others
	 */
	public boolean covers(String asked, String prefix) {
		String wide = AlbPattern.ofHost(asked).text();
		return !this.conditional && AlbPattern.ofHost(this.host).matches(wide)
				&& this.patterns.stream().anyMatch((pattern) -> pattern.coversPrefix(prefix));
	}

	/**
	 * How the Ingress writes it.
	 * @return host and path, such as {@code api.example.com/v1/*}
	 */
	public String written() {
		return this.host + (this.path.isEmpty() ? "/*" : this.path);
	}

}
