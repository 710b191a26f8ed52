package dev.sekisho.sandbox.server;

import java.util.ArrayList;
import java.util.List;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;

import dev.sekisho.sandbox.access.AccessQuestion;
import dev.sekisho.sandbox.access.Rbac;
import dev.sekisho.sandbox.access.Tokens;
import dev.sekisho.sandbox.access.User;

/**
 * Tells who calls: by bearer token, or whom the caller impersonates. Nobody calls
 * anonymously.
 */
final class Authentication {

	private static final String BEARER = "Bearer ";

	private final Tokens tokens;

	private final Rbac rbac;

	Authentication(Tokens tokens, Rbac rbac) {
		this.tokens = tokens;
		this.rbac = rbac;
	}

	User user(HttpExchange exchange) {
		Headers headers = exchange.getRequestHeaders();
		String given = first(headers, "Authorization");
		if (!given.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
			throw ApiFailure.unauthorized();
		}
		User caller = this.tokens.owner(given.substring(BEARER.length()).strip()).orElseThrow(ApiFailure::unauthorized);
		String name = first(headers, "Impersonate-User");
		List<String> groups = headers.getOrDefault("Impersonate-Group", List.of());
		if (name.isEmpty()) {
			if (!groups.isEmpty() || headers.containsKey("Impersonate-Uid")) {
				throw ApiFailure.badRequest("requested impersonation without impersonating a user");
			}
			return caller;
		}
		return impersonate(caller, User.named(name, first(headers, "Impersonate-Uid")), groups);
	}

	private User impersonate(User caller, User wanted, List<String> groups) {
		String[] parts = wanted.username().split(":", -1);
		if (wanted.username().startsWith("system:serviceaccount:") && parts.length == 4) {
			require(caller, AccessQuestion.about("impersonate", "", "serviceaccounts", parts[2], parts[3]));
		}
		else {
			require(caller, AccessQuestion.about("impersonate", "", "users", "", wanted.username()));
		}
		groups.forEach((group) -> require(caller, AccessQuestion.about("impersonate", "", "groups", "", group)));
		if (!wanted.uid().isEmpty()) {
			require(caller, AccessQuestion.about("impersonate", "authentication.k8s.io", "uids", "", wanted.uid()));
		}
		if (groups.isEmpty()) {
			return wanted;
		}
		return User.person(wanted.username(), wanted.uid(), new ArrayList<>(groups));
	}

	private void require(User caller, AccessQuestion question) {
		if (!this.rbac.allows(caller, question)) {
			throw ApiFailure.forbidden(caller, question);
		}
	}

	private static String first(Headers headers, String name) {
		List<String> values = headers.getOrDefault(name, List.of(""));
		return values.get(0);
	}

}
