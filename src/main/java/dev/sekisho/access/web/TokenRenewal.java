package dev.sekisho.access.web;

import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

import com.nimbusds.jwt.JWTParser;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.web.client.RestClientException;

import dev.sekisho.access.SignIn;
import dev.sekisho.access.SignIns;
import dev.sekisho.cluster.ClusterException;

/**
 * Gets a new id token shortly before the present one runs out, where the identity
 * provider offers that. Whose the new one is the API server says, as with any token.
 */
class TokenRenewal {

	private static final Logger logger = LoggerFactory.getLogger(TokenRenewal.class);

	private static final Duration EARLY = Duration.ofSeconds(30);

	// Everybody's requests would wait for a provider that doesn't answer, one after the
	// other.
	private static final Duration PAUSE = Duration.ofSeconds(10);

	// What Spring Security makes of a call that fails
	// (AbstractRestClientOAuth2AccessTokenResponseClient).
	private static final String NO_ANSWER = "invalid_token_response";

	private final RestClientRefreshTokenTokenResponseClient tokens = new RestClientRefreshTokenTokenResponseClient();

	private final OidcProvider provider;

	private final SignIns signIns;

	private final Clock clock;

	private volatile Instant pausedUntil = Instant.EPOCH;

	TokenRenewal(OidcProvider provider, SignIns signIns, Clock clock) {
		this.tokens.setRestClient(OidcProvider.tokenCalls());
		this.provider = provider;
		this.signIns = signIns;
		this.clock = clock;
	}

	/**
	 * Renews the token of a sign-in if it is time.
	 * @param secret what the browser sent
	 * @param signIn the sign-in
	 * @return the sign-in with a token that lasts, or as it was if there is none to be
	 * had
	 */
	SignIn renewed(String secret, SignIn signIn) {
		return (signIn.renewal() != null && ending(signIn) && !paused()) ? renewOnce(secret, signIn) : signIn;
	}

	// A provider may take each refresh token once only: what another request or replica
	// got is used.
	private synchronized SignIn renewOnce(String secret, SignIn before) {
		this.signIns.forget(secret);
		SignIn now = this.signIns.find(secret).orElse(before);
		String renewal = now.renewal();
		if (renewal == null || !ending(now) || paused()) {
			return now;
		}
		try {
			renew(secret, renewal);
			return this.signIns.find(secret).orElse(before);
		}
		catch (OAuth2AuthorizationException | RestClientException | IllegalStateException | ClusterException ex) {
			logger.warn("The identity provider gives no new token: {}", ex.getClass().getSimpleName());
			if (unanswered(ex)) {
				this.pausedUntil = this.clock.instant().plus(PAUSE);
			}
			return now;
		}
	}

	// A refused renewal is about one sign-in; no answer at all is about everybody's.
	private static boolean unanswered(RuntimeException failure) {
		return failure instanceof RestClientException || (failure instanceof OAuth2AuthorizationException refused
				&& NO_ANSWER.equals(refused.getError().getErrorCode()));
	}

	private boolean paused() {
		return this.clock.instant().isBefore(this.pausedUntil);
	}

	private void renew(String secret, String renewal) {
		OAuth2AccessToken old = new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, "-", Instant.EPOCH,
				this.clock.instant());
		OAuth2AccessTokenResponse response = this.tokens.getTokenResponse(new OAuth2RefreshTokenGrantRequest(
				this.provider.registration(), old, new OAuth2RefreshToken(renewal, null)));
		Object token = response.getAdditionalParameters().get(OidcParameterNames.ID_TOKEN);
		if (token == null) {
			throw new IllegalStateException("no id token");
		}
		OAuth2RefreshToken next = response.getRefreshToken();
		this.signIns.renew(secret, token.toString(), (next != null) ? next.getTokenValue() : null);
	}

	private boolean ending(SignIn signIn) {
		Instant end = end(signIn.token());
		return end != null && !this.clock.instant().plus(EARLY).isBefore(end);
	}

	private static @Nullable Instant end(String token) {
		try {
			Date end = JWTParser.parse(token).getJWTClaimsSet().getExpirationTime();
			return (end != null) ? end.toInstant() : null;
		}
		catch (ParseException ex) {
			return null;
		}
	}

}
