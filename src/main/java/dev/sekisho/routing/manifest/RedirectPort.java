package dev.sekisho.routing.manifest;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.RouteAction;

/**
 * The port of a redirect, as istiod works it out ({@code ApplyRedirect}).
 */
public final class RedirectPort {

	/** Stands for {@code derivePort: FROM_REQUEST_PORT}. */
	static final Integer OF_REQUEST = -1;

	private RedirectPort() {
	}

	/**
	 * Settles the port.
	 * @param redirect the redirect as written
	 * @param key for which server
	 * @return the redirect with the port Envoy is told
	 */
	public static RouteAction.Redirect settle(RouteAction.Redirect redirect, ServerKey key) {
		return new RouteAction.Redirect(redirect.code(), redirect.uri(), redirect.prefixRewrite(), redirect.authority(),
				redirect.scheme(), port(redirect, key));
	}

	private static @Nullable Integer port(RouteAction.Redirect redirect, ServerKey key) {
		Integer port = OF_REQUEST.equals(redirect.port()) ? Integer.valueOf(key.declaredPort()) : redirect.port();
		if (port == null || port == 0) {
			return null;
		}
		String scheme = (redirect.scheme() != null) ? redirect.scheme() : (key.tls() ? "https" : "http");
		boolean needless = (port == 80 && scheme.equals("http")) || (port == 443 && scheme.equals("https"));
		return needless ? null : port;
	}

}
