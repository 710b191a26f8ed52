package dev.sekisho.access.web;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.client.RestClientException;

import dev.sekisho.access.OidcSettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What the portal fetches from an identity provider that means well, and from one that
 * doesn't.
 */
class IdTokenDecodersTests {

	private final AtomicLong sent = new AtomicLong();

	private HttpServer provider;

	private ECKey key;

	@BeforeEach
	void start() throws IOException, JOSEException {
		this.key = new ECKeyGenerator(Curve.P_256).keyID("one").generate();
		this.provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		byte[] keys = ("{\"keys\": [" + this.key.toPublicJWK().toJSONString() + "]}").getBytes(StandardCharsets.UTF_8);
		this.provider.createContext("/keys", (exchange) -> {
			exchange.sendResponseHeaders(200, keys.length);
			exchange.getResponseBody().write(keys);
			exchange.close();
		});
		this.provider.createContext("/endless", (exchange) -> {
			exchange.getResponseHeaders().set("Content-Type", "application/json");
			exchange.sendResponseHeaders(200, 0);
			try (OutputStream body = exchange.getResponseBody()) {
				while (true) {
					body.write(new byte[8192]);
					this.sent.addAndGet(8192);
				}
			}
		});
		this.provider.start();
	}

	@AfterEach
	void stop() {
		this.provider.stop(0);
	}

	@Test
	void takesTokensThatAnyKeyOfTheProviderSigned() throws JOSEException {
		assertThat(new IdTokenDecoders().createDecoder(registration("/keys")).decode(token()).getSubject())
			.isEqualTo("alice");
	}

	@Test
	void stopsReadingKeysThatDoNotEnd() throws JOSEException {
		String token = token();
		assertThatExceptionOfType(JwtException.class)
			.isThrownBy(() -> new IdTokenDecoders().createDecoder(registration("/endless")).decode(token));
		assertThat(this.sent.get()).isLessThan(64L << 20);
	}

	@Test
	void stopsReadingADescriptionThatDoesNotEnd() {
		OidcProvider endless = new OidcProvider(new OidcSettings(url("/endless"), "sekisho", null, "openid"));
		assertThatExceptionOfType(RestClientException.class).isThrownBy(endless::registration)
			.withStackTraceContaining("doesn't end");
	}

	private String token() throws JOSEException {
		JWTClaimsSet claims = new JWTClaimsSet.Builder().issuer(url("/keys"))
			.subject("alice")
			.audience("sekisho")
			.issueTime(new Date())
			.expirationTime(Date.from(Instant.now().plusSeconds(60)))
			.build();
		SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("one").build(), claims);
		token.sign(new ECDSASigner(this.key));
		return token.serialize();
	}

	private ClientRegistration registration(String keys) {
		return ClientRegistration.withRegistrationId("oidc")
			.clientId("sekisho")
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.redirectUri("http://localhost/back")
			.authorizationUri("http://localhost/authorize")
			.tokenUri("http://localhost/token")
			.issuerUri(url("/keys"))
			.jwkSetUri(url(keys))
			.build();
	}

	private String url(String path) {
		return "http://127.0.0.1:" + this.provider.getAddress().getPort() + path;
	}

}
