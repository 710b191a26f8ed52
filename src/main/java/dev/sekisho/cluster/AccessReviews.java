package dev.sekisho.cluster;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import dev.sekisho.cluster.ClusterException.Reason;

/**
 * Asks the API server who somebody is and what they may do. Nothing is stored by it, so
 * these are asked on read-only clusters too.
 */
final class AccessReviews {

	private static final String AUTHENTICATION = "authentication.k8s.io/v1";

	private static final String AUTHORIZATION = "authorization.k8s.io/v1";

	private final Transport transport;

	private final Credential credential;

	AccessReviews(Transport transport, Credential credential) {
		this.transport = transport;
		this.credential = credential;
	}

	boolean allowed(AccessQuestion question) {
		Map<String, Object> attributes = new LinkedHashMap<>();
		attributes.put("verb", question.verb());
		attributes.put("group", question.kind().group());
		attributes.put("resource", question.kind().plural());
		attributes.put("subresource", question.subresource());
		attributes.put("namespace", question.namespace());
		attributes.put("name", question.name());
		JsonNode review = ask(AUTHORIZATION, "SelfSubjectAccessReview", Map.of("resourceAttributes", attributes));
		return review.path("status").path("allowed").asBoolean();
	}

	Identity whoAmI() {
		JsonNode review = ask(AUTHENTICATION, "SelfSubjectReview", Map.of());
		return identity(review.path("status").path("userInfo"));
	}

	/**
	 * Asks whose token this is.
	 * @param token the token
	 * @return its owner; empty if it isn't valid
	 */
	Optional<Identity> reviewToken(String token) {
		try {
			JsonNode status = ask(AUTHENTICATION, "TokenReview", Map.of("token", token)).path("status");
			return status.path("authenticated").asBoolean() ? Optional.of(identity(status.path("user")))
					: Optional.empty();
		}
		catch (ClusterException ex) {
			if (ex.reason() == Reason.FORBIDDEN) {
				return ownerOf(token);
			}
			throw ex;
		}
	}

	/**
	 * Asks whose token this is, if it is meant for an audience. An authenticator that
	 * knows of no audiences names none in its answer: then it is the API server's.
	 * @param token the token
	 * @param audience whom it must be meant for
	 * @return its owner; empty if it isn't valid or meant for others
	 */
	Optional<Identity> reviewToken(String token, String audience) {
		JsonNode status = ask(AUTHENTICATION, "TokenReview", Map.of("token", token, "audiences", List.of(audience)))
			.path("status");
		boolean meant = false;
		for (JsonNode each : status.path("audiences")) {
			meant |= audience.equals(each.asText());
		}
		return (meant && status.path("authenticated").asBoolean()) ? Optional.of(identity(status.path("user")))
				: Optional.empty();
	}

	private Optional<Identity> ownerOf(String token) {
		try {
			return Optional.of(new AccessReviews(this.transport, new Credential.Token(token)).whoAmI());
		}
		catch (ClusterException ex) {
			if (ex.reason() == Reason.UNAUTHENTICATED) {
				return Optional.empty();
			}
			throw ex;
		}
	}

	private JsonNode ask(String apiVersion, String kind, Map<String, Object> spec) {
		String path = "/apis/" + apiVersion + "/" + kind.toLowerCase(java.util.Locale.ROOT) + "s";
		String body = RawJson.write(Map.of("apiVersion", apiVersion, "kind", kind, "spec", spec));
		return RawJson.tree(this.transport.send(ApiRequest.ask(path, body), this.credential));
	}

	private static Identity identity(JsonNode user) {
		Set<String> groups = new HashSet<>();
		user.path("groups").forEach((group) -> groups.add(group.asText()));
		return new Identity(user.path("username").asText(), user.path("uid").asText(), groups);
	}

}
