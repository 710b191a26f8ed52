package dev.sekisho.access.web;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.client.RestClientException;
import org.springframework.web.filter.OncePerRequestFilter;

import dev.sekisho.access.AccessSettings;
import dev.sekisho.access.Callers;
import dev.sekisho.access.SharedSeal;
import dev.sekisho.access.SignIns;
import dev.sekisho.cluster.ClusterException;

/**
 * Signing in at an identity provider: authorisation code with PKCE, state and nonce, by
 * Spring Security.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("sekisho.access.oidc.issuer")
class OidcConfiguration {

	private static final Logger logger = LoggerFactory.getLogger(OidcConfiguration.class);

	private static final String START = "/login/" + OidcProvider.ID;

	@Bean
	OidcProvider oidcProvider(AccessSettings settings) {
		return new OidcProvider(Objects.requireNonNull(settings.oidc()));
	}

	@Bean
	IdTokenDecoders idTokenDecoders() {
		return new IdTokenDecoders();
	}

	@Bean
	TokenRenewal tokenRenewal(OidcProvider provider, SignIns signIns) {
		return new TokenRenewal(provider, signIns, Clock.systemUTC());
	}

	@Bean
	@Order(2)
	SecurityFilterChain oidcChain(HttpSecurity http, OidcProvider provider, SharedSeal seal, Callers callers,
			SignInSessions sessions) throws Exception {
		OidcAnswers answers = new OidcAnswers(callers, sessions);
		OidcRequests requests = new OidcRequests(seal, Clock.systemUTC());
		return SecurityConfiguration.stateless(http.securityMatcher(START, OidcProvider.BACK))
			.csrf(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.sessionManagement((none) -> none.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.addFilterBefore(new Reachable(provider, seal), OAuth2AuthorizationRequestRedirectFilter.class)
			.oauth2Login((login) -> login.loginPage("/login")
				.clientRegistrationRepository(provider)
				.authorizedClientRepository(answers)
				.authorizationEndpoint((start) -> start.authorizationRequestResolver(resolver(provider))
					.authorizationRequestRepository(requests))
				.redirectionEndpoint((back) -> back.baseUri(OidcProvider.BACK))
				.tokenEndpoint((tokens) -> tokens.accessTokenResponseClient(codes()))
				.userInfoEndpoint(
						(user) -> user.oidcUserService((asked) -> new DefaultOidcUser(List.of(), asked.getIdToken())))
				.successHandler(answers)
				.failureHandler(answers))
			.authorizeHttpRequests((all) -> all.anyRequest().denyAll())
			.build();
	}

	private static RestClientAuthorizationCodeTokenResponseClient codes() {
		RestClientAuthorizationCodeTokenResponseClient codes = new RestClientAuthorizationCodeTokenResponseClient();
		codes.setRestClient(OidcProvider.tokenCalls());
		return codes;
	}

	private static DefaultOAuth2AuthorizationRequestResolver resolver(OidcProvider provider) {
		DefaultOAuth2AuthorizationRequestResolver resolver = new DefaultOAuth2AuthorizationRequestResolver(provider,
				"/login");
		resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
		return resolver;
	}

	/**
	 * Says so on the sign-in page when the provider or the cluster can't be reached.
	 */
	private static final class Reachable extends OncePerRequestFilter {

		private final OidcProvider provider;

		private final SharedSeal seal;

		Reachable(OidcProvider provider, SharedSeal seal) {
			this.provider = provider;
			this.seal = seal;
		}

		@Override
		protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
				throws ServletException, IOException {
			try {
				this.provider.registration();
				this.seal.get();
			}
			catch (RestClientException | IllegalStateException | IllegalArgumentException ex) {
				OidcConfiguration.logger.warn("The identity provider can't be used: {}", ex.getMessage());
				OidcAnswers.refuse("provider", request, response);
				return;
			}
			catch (ClusterException ex) {
				OidcAnswers.refuse("unreachable", request, response);
				return;
			}
			chain.doFilter(request, response);
		}

	}

}
