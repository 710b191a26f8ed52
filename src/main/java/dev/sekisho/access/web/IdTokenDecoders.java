package dev.sekisho.access.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Checks id tokens by the provider's public keys, which are fetched within limits of time
 * and size. Any signature by such a key is taken; the API server has the last word.
 */
class IdTokenDecoders implements JwtDecoderFactory<ClientRegistration> {

	private final Map<String, JwtDecoder> known = new ConcurrentHashMap<>();

	@Override
	public JwtDecoder createDecoder(ClientRegistration provider) {
		String keys = Objects.requireNonNull(provider.getProviderDetails().getJwkSetUri(), "The provider has no keys");
		return this.known.computeIfAbsent(keys, (address) -> decoder(address, provider));
	}

	private static JwtDecoder decoder(String keys, ClientRegistration provider) {
		NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(keys)
			.restOperations(OidcProvider.keyCalls())
			.jwsAlgorithms((algorithms) -> algorithms.addAll(List.of(SignatureAlgorithm.values())))
			.build();
		decoder
			.setClaimSetConverter(new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
		decoder.setJwtValidator(
				new DelegatingOAuth2TokenValidator<>(new JwtTimestampValidator(), new OidcIdTokenValidator(provider)));
		return decoder;
	}

}
