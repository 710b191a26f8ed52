package dev.sekisho.access.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import dev.sekisho.access.SharedSeal;
import dev.sekisho.web.HostCookie;

/**
 * Keeps what was asked of the identity provider in a closed cookie for some minutes, so
 * that the answer may come to any replica. It is taken once.
 */
class OidcRequests implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

	private static final HostCookie COOKIE = new HostCookie("sekisho-oidc");

	private static final String PURPOSE = "oidc-request";

	private static final String NEXT = OidcRequests.class.getName() + ".next";

	private static final Duration LONGEST = Duration.ofMinutes(15);

	private final JsonMapper json = JsonMapper.shared();

	private final SharedSeal seal;

	private final Clock clock;

	OidcRequests(SharedSeal seal, Clock clock) {
		this.seal = seal;
		this.clock = clock;
	}

	/**
	 * Where to go once signed in.
	 * @param request the request that brought the provider's answer
	 * @return an address within the portal
	 */
	static String next(HttpServletRequest request) {
		return (request.getAttribute(NEXT) instanceof String next) ? next : "/";
	}

	@Override
	public void saveAuthorizationRequest(@Nullable OAuth2AuthorizationRequest asked, HttpServletRequest request,
			HttpServletResponse response) {
		if (asked == null) {
			COOKIE.remove(request, response);
			return;
		}
		String next = new LoginForm(null, null, request.getParameter("next"), null, null).target();
		byte[] text = this.json.writeValueAsBytes(Asked.of(asked, next, this.clock.instant().plus(LONGEST)));
		COOKIE.write(request, response,
				Base64.getUrlEncoder().withoutPadding().encodeToString(this.seal.get().close(text, PURPOSE)));
	}

	@Override
	public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
		return find(request).map(Asked::request).orElse(null);
	}

	@Override
	public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(HttpServletRequest request,
			HttpServletResponse response) {
		Optional<Asked> asked = find(request);
		asked.ifPresent((found) -> request.setAttribute(NEXT, found.next()));
		COOKIE.remove(request, response);
		return asked.map(Asked::request).orElse(null);
	}

	private Optional<Asked> find(HttpServletRequest request) {
		String state = request.getParameter(OAuth2ParameterNames.STATE);
		return COOKIE.read(request)
			.flatMap(this::open)
			.filter((asked) -> asked.state().equals(state) && this.clock.instant().isBefore(asked.until()));
	}

	private Optional<Asked> open(String cookie) {
		try {
			return this.seal.get()
				.open(Base64.getUrlDecoder().decode(cookie), PURPOSE)
				.map((text) -> this.json.readValue(text, Asked.class));
		}
		catch (IllegalArgumentException | JacksonException ex) {
			return Optional.empty();
		}
	}

	private record Asked(String authorizationUri, String clientId, String redirectUri, Set<String> scopes, String state,
			Map<String, Object> parameters, Map<String, Object> attributes, String next, Instant until) {

		static Asked of(OAuth2AuthorizationRequest request, String next, Instant until) {
			return new Asked(request.getAuthorizationUri(), request.getClientId(),
					Objects.requireNonNull(request.getRedirectUri()), request.getScopes(),
					Objects.requireNonNull(request.getState()), request.getAdditionalParameters(),
					request.getAttributes(), next, until);
		}

		OAuth2AuthorizationRequest request() {
			return OAuth2AuthorizationRequest.authorizationCode()
				.authorizationUri(this.authorizationUri)
				.clientId(this.clientId)
				.redirectUri(this.redirectUri)
				.scopes(this.scopes)
				.state(this.state)
				.additionalParameters(this.parameters)
				.attributes((all) -> all.putAll(this.attributes))
				.build();
		}

		@Override
		public String toString() {
			return "Asked[" + this.authorizationUri + "]";
		}

	}

}
