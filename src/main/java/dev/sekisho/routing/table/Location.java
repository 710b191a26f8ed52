package dev.sekisho.routing.table;

import dev.sekisho.routing.RouteAction;
import dev.sekisho.routing.condition.ByteText;
import dev.sekisho.routing.condition.PathCondition;
import dev.sekisho.routing.condition.RoutedRequest;

/**
 * The Location of a redirect (Envoy's {@code RouteEntryImplBase::newUri}).
 */
final class Location {

	private final RoutedRequest request;

	private final RouteAction.Redirect redirect;

	private final PathCondition path;

	Location(RoutedRequest request, RouteAction.Redirect redirect, PathCondition path) {
		this.request = request;
		this.redirect = redirect;
		this.path = path;
	}

	@Override
	public String toString() {
		String scheme = (this.redirect.scheme() != null) ? this.redirect.scheme() : this.request.scheme();
		String port = (this.redirect.port() != null) ? ":" + this.redirect.port() : "";
		String host = (this.redirect.authority() != null) ? ByteText.of(this.redirect.authority())
				: host(scheme, !port.isEmpty());
		String target = target();
		return ByteText.toText(scheme + "://" + host + port + (target.startsWith("/") ? "" : "/") + target);
	}

	private String host(String scheme, boolean newPort) {
		String authority = this.request.authority();
		String bare = PortTable.withoutPort(authority);
		String port = authority.substring(bare.length());
		String came = this.request.forwardedProto();
		boolean needless = !scheme.equals(came)
				&& ((came.equals("https") && port.equals(":443")) || (came.equals("http") && port.equals(":80")));
		return (newPort || needless) ? bare : authority;
	}

	private String target() {
		String whole = this.request.target();
		String query = whole.substring(this.request.path().length());
		if (this.redirect.uri() != null) {
			String uri = ByteText.of(this.redirect.uri());
			return uri.contains("?") ? uri : uri + query;
		}
		if (this.redirect.prefixRewrite() != null) {
			return ByteText.of(this.redirect.prefixRewrite())
					+ this.request.path().substring(this.path.matchedLength(this.request.path())) + query;
		}
		return whole;
	}

}
