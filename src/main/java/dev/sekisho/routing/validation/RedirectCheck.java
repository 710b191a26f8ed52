package dev.sekisho.routing.validation;

/**
 * Redirects ({@code validateHTTPRedirect}).
 */
final class RedirectCheck {

	private static final int LAST_PORT = 65535;

	private final Defects defects;

	RedirectCheck(Defects defects) {
		this.defects = defects;
	}

	void check(Node redirect, Node matches) {
		if (!redirect.exists()) {
			return;
		}
		path(redirect, matches);
		Node code = redirect.at("redirectCode");
		if (code.integer() != 0 && (code.integer() < 300 || code.integer() > 399)) {
			this.defects.add(Law.REDIRECT_CODE, code, code.integer());
		}
		String scheme = redirect.text("scheme");
		if (!scheme.isEmpty() && !scheme.equals("http") && !scheme.equals("https")) {
			this.defects.add(Law.REDIRECT_SCHEME, redirect.at("scheme"), scheme);
		}
		Node port = redirect.at("port");
		if (port.integer() > LAST_PORT) {
			this.defects.add(Law.PORT, port, port.integer());
		}
	}

	private void path(Node redirect, Node matches) {
		boolean uri = !redirect.text("uri").isEmpty();
		boolean prefix = !redirect.text("prefixRewrite").isEmpty();
		if (uri && prefix) {
			this.defects.add(Law.REDIRECT_CONFLICT, redirect);
		}
		else if (prefix && matches.items().stream().anyMatch(RedirectCheck::isNotByPrefix)) {
			this.defects.add(Law.REDIRECT_PREFIX, redirect.at("prefixRewrite"));
		}
		if (!uri && !prefix && redirect.text("authority").isEmpty() && redirect.text("scheme").isEmpty()
				&& !redirect.has("port") && !redirect.has("derivePort")) {
			this.defects.add(Law.EMPTY_REDIRECT, redirect);
		}
	}

	private static boolean isNotByPrefix(Node match) {
		return match.has("uri") && !MatchCheck.kind(match.at("uri")).equals("prefix");
	}

}
