package dev.sekisho.routing.condition;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.HttpRequest;
import dev.sekisho.routing.MeshSettings;

/**
 * A request as the router sees it: path normalised, scheme settled, names of headers in
 * lower case, everything as bytes.
 */
public final class RoutedRequest {

	private final String target;

	private final String path;

	private final String scheme;

	private final String forwardedProto;

	private final Map<String, List<String>> headers;

	private final Map<String, String> query = new HashMap<>();

	private RoutedRequest(HttpRequest request, String target, int trustedProxies) {
		this.target = target;
		int question = target.indexOf('?');
		this.path = (question < 0) ? target : target.substring(0, question);
		this.headers = ReceivedHeaders.of(request.headers(), trustedProxies);
		this.forwardedProto = header(ReceivedHeaders.FORWARDED_PROTO).get(0);
		this.scheme = this.forwardedProto.equalsIgnoreCase("https") ? "https"
				: (this.forwardedProto.isEmpty() ? "" : "http");
		this.headers.put(":scheme", List.of(this.scheme));
		this.headers.put(":method", List.of(ByteText.of(request.method())));
		this.headers.put(":path", List.of(target));
		this.headers.put(":authority", List.of(ByteText.of(request.host())));
		this.headers.put("host", List.of(ByteText.of(request.host())));
		parseQuery();
	}

	/**
	 * Takes a request in as the connection manager does.
	 * @param request the request as sent
	 * @param mesh the mesh's settings
	 * @return the request as routed; {@code null} if its path is refused
	 */
	public static @Nullable RoutedRequest of(HttpRequest request, MeshSettings mesh) {
		String target = new PathNormalizer(mesh.pathNormalization()).normalize(ByteText.of(request.target()));
		return (target != null) ? new RoutedRequest(request, target, mesh.numTrustedProxies()) : null;
	}

	/**
	 * The path without query.
	 * @return the path
	 */
	public String path() {
		return this.path;
	}

	/**
	 * Path and query.
	 * @return the target
	 */
	public String target() {
		return this.target;
	}

	/**
	 * The scheme: {@code http}, {@code https}, or empty if a proxy sent an empty one.
	 * @return the scheme
	 */
	public String scheme() {
		return this.scheme;
	}

	/**
	 * How the client came, as a trusted proxy wrote it: redirects look at this instead of
	 * the scheme, and they mind the case.
	 * @return the value of X-Forwarded-Proto
	 */
	public String forwardedProto() {
		return this.forwardedProto;
	}

	/**
	 * The host that was asked for.
	 * @return the host as the gateway compares it
	 */
	public String authority() {
		return header(":authority").get(0);
	}

	/**
	 * The method.
	 * @return the method
	 */
	public String method() {
		return header(":method").get(0);
	}

	/**
	 * The values of a header.
	 * @param name the name in lower case
	 * @return the values as bytes; empty if it is absent
	 */
	public List<String> header(String name) {
		return this.headers.getOrDefault(name, List.of());
	}

	@Nullable String queryParam(String name) {
		return this.query.get(name);
	}

	private void parseQuery() {
		int question = this.target.indexOf('?');
		if (question < 0) {
			return;
		}
		for (String param : this.target.substring(question + 1).split("&", -1)) {
			int equal = param.indexOf('=');
			this.query.putIfAbsent((equal < 0) ? param : param.substring(0, equal),
					(equal < 0) ? "" : param.substring(equal + 1));
		}
	}

}
