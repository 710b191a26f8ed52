package dev.sekisho.routing;

import org.jspecify.annotations.Nullable;

/**
 * The port of a redirect, as istiod works it out ({@code ApplyRedirect}).
 */
final class RedirectPort {

	/** Stands for {@code derivePort: FROM_REQUEST_PORT}. */
	static final Integer OF_REQUEST = -1;

	private RedirectPort() {
	}

	/**
	 * Settles the port.
	 * @param redirect the redirect as written
	 * @param declaredPort the port the Gateway's server declares
	 * @return the redirect with the port Envoy is told
	 */
	static RouteAction.Redirect settle(RouteAction.Redirect redirect, int declaredPort) {
		return new RouteAction.Redirect(redirect.code(), redirect.uri(), redirect.prefixRewrite(), redirect.authority(),
				redirect.scheme(), port(redirect, declaredPort));
	}

	private static @Nullable Integer port(RouteAction.Redirect redirect, int declaredPort) {
		Integer port = OF_REQUEST.equals(redirect.port()) ? Integer.valueOf(declaredPort) : redirect.port();
		if (port == null || port == 0) {
			return null;
		}
		String scheme = (redirect.scheme() != null) ? redirect.scheme() : "http";
		boolean needless = (port == 80 && scheme.equals("http")) || (port == 443 && scheme.equals("https"));
		return needless ? null : port;
	}

}
