package dev.sekisho.access.web;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestOperations;
import org.springframework.web.client.RestTemplate;

import dev.sekisho.access.OidcSettings;

/**
 * The identity provider, as it describes itself. It is asked when somebody first signs
 * in, not when the portal starts: the portal runs while the provider doesn't.
 */
class OidcProvider implements ClientRegistrationRepository {

	/** The provider's name in addresses. */
	static final String ID = "oidc";

	/** Where the provider sends browsers back to. */
	static final String BACK = "/login/oidc/code";

	private static final Duration LIMIT = Duration.ofSeconds(5);

	private static final ParameterizedTypeReference<Map<String, Object>> DESCRIPTION = new ParameterizedTypeReference<>() {
	};

	private final OidcSettings settings;

	private volatile @Nullable ClientRegistration known;

	OidcProvider(OidcSettings settings) {
		this.settings = settings;
	}

	@Override
	public @Nullable ClientRegistration findByRegistrationId(String id) {
		return ID.equals(id) ? registration() : null;
	}

	/**
	 * The provider and the portal's place there.
	 * @return the registration
	 * @throws org.springframework.web.client.RestClientException if the provider can't be
	 * reached
	 * @throws IllegalStateException if it isn't the issuer that is configured
	 */
	ClientRegistration registration() {
		ClientRegistration registration = this.known;
		if (registration == null) {
			registration = register(describe());
			this.known = registration;
		}
		return registration;
	}

	/**
	 * Makes calls to the provider.
	 * @return a client whose calls are bounded in time and size
	 */
	static RestClient.Builder calls() {
		return RestClient.builder().requestFactory(requests()).requestInterceptor(new BoundedAnswers());
	}

	/**
	 * Makes calls that ask the provider for its public keys.
	 * @return a client whose calls are bounded in time and size
	 */
	static RestOperations keyCalls() {
		RestTemplate calls = new RestTemplate(requests());
		calls.setInterceptors(List.of(new BoundedAnswers()));
		return calls;
	}

	private static ClientHttpRequestFactory requests() {
		JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(
				HttpClient.newBuilder().connectTimeout(LIMIT).build());
		factory.setReadTimeout(LIMIT);
		return factory;
	}

	/**
	 * Makes calls that ask the provider for tokens.
	 * @return a client whose calls are bounded in time
	 */
	static RestClient tokenCalls() {
		return calls()
			.configureMessageConverters((converters) -> converters.addCustomConverter(new FormHttpMessageConverter())
				.addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
			.defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
			.build();
	}

	private Map<String, Object> describe() {
		String root = this.settings.issuer().replaceAll("/+$", "");
		Map<String, Object> description = calls().build()
			.get()
			.uri(root + "/.well-known/openid-configuration")
			.retrieve()
			.body(DESCRIPTION);
		if (description == null || !this.settings.issuer().equals(description.get("issuer"))) {
			throw new IllegalStateException("The provider at " + this.settings.issuer() + " calls itself "
					+ ((description != null) ? description.get("issuer") : "nothing"));
		}
		return description;
	}

	private ClientRegistration register(Map<String, Object> description) {
		Set<String> scopes = new LinkedHashSet<>(List.of(this.settings.scopes().strip().split("\\s+")));
		scopes.add(OidcScopes.OPENID);
		ClientRegistration.Builder builder = ClientRegistrations.fromOidcConfiguration(description)
			.registrationId(ID)
			.clientId(this.settings.clientId())
			.scope(scopes)
			.redirectUri("{baseUrl}" + BACK);
		String secret = this.settings.clientSecret();
		return (secret != null) ? builder.clientSecret(secret).build()
				: builder.clientAuthenticationMethod(ClientAuthenticationMethod.NONE).build();
	}

}
