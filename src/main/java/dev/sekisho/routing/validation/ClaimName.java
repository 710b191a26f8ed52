package dev.sekisho.routing.validation;

import java.util.List;
import java.util.Locale;

/**
 * Header names that stand for claims of a JWT: {@code @request.auth.claims.group.id} or
 * {@code @request.auth.claims[group][id]} (pkg/jwt, {@code ToRoutingClaim}).
 */
final class ClaimName {

	private static final String PREFIX = "@request.auth.claims";

	private ClaimName() {
	}

	static boolean isClaim(String header) {
		return !claims(header).isEmpty();
	}

	/**
	 * The path of the claim.
	 * @param header the header's name
	 * @return the names of the nested claims; empty if the header is an ordinary one
	 */
	static List<String> claims(String header) {
		if (!header.toLowerCase(Locale.ROOT).startsWith(PREFIX)) {
			return List.of();
		}
		String name = header.substring(PREFIX.length());
		if (name.startsWith(".") && name.length() > 1) {
			return List.of(name.substring(1).split("\\.", -1));
		}
		if (name.startsWith("[") && name.endsWith("]") && name.length() > 2) {
			return List.of(name.substring(1, name.length() - 1).split("\\]\\[", -1));
		}
		return List.of();
	}

}
