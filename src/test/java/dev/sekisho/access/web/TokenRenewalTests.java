package dev.sekisho.access.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

import dev.sekisho.access.OidcSettings;
import dev.sekisho.access.SignIn;
import dev.sekisho.access.SignIns;
import dev.sekisho.cluster.Identity;

import static org.assertj.core.api.Assertions.assertThat;

class TokenRenewalTests {

	private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");

	private final AtomicInteger asked = new AtomicInteger();

	private HttpServer provider;

	@BeforeEach
	void startAProviderThatIsOutOfOrder() throws IOException {
		this.provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.provider.createContext("/", (exchange) -> {
			this.asked.incrementAndGet();
			exchange.sendResponseHeaders(503, -1);
			exchange.close();
		});
		this.provider.start();
	}

	@AfterEach
	void stop() {
		this.provider.stop(0);
	}

	@Test
	void leavesAProviderThatIsOutOfOrderAloneForAWhile() {
		SignIn ending = signIn(NOW.plusSeconds(5));
		TokenRenewal renewal = renewal(ending);
		assertThat(renewal.renewed("secret", ending)).isSameAs(ending);
		assertThat(this.asked).hasValue(1);
		assertThat(renewal.renewed("secret", ending)).isSameAs(ending);
		assertThat(renewal.renewed("of another", ending)).isSameAs(ending);
		assertThat(this.asked).hasValue(1);
	}

	@Test
	void asksNothingForATokenThatLasts() {
		SignIn lasting = signIn(NOW.plusSeconds(600));
		assertThat(renewal(lasting).renewed("secret", lasting)).isSameAs(lasting);
		assertThat(this.asked).hasValue(0);
	}

	private TokenRenewal renewal(SignIn signIn) {
		SignIns signIns = Mockito.mock(SignIns.class);
		Mockito.when(signIns.find(Mockito.anyString())).thenReturn(Optional.of(signIn));
		String issuer = "http://127.0.0.1:" + this.provider.getAddress().getPort();
		return new TokenRenewal(new OidcProvider(new OidcSettings(issuer, "sekisho", null, "openid")), signIns,
				Clock.fixed(NOW, ZoneOffset.UTC));
	}

	private static SignIn signIn(Instant end) {
		String token = new PlainJWT(new JWTClaimsSet.Builder().expirationTime(Date.from(end)).build()).serialize();
		return new SignIn(new Identity("alice", "", Set.of()), token, "renewal", NOW.minusSeconds(60));
	}

}
