package dev.sekisho.access.web;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.Mockito;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.core.context.SecurityContextHolder;

import dev.sekisho.access.Caller;
import dev.sekisho.access.CallerRefused;
import dev.sekisho.access.Callers;
import dev.sekisho.cluster.ClusterException;
import dev.sekisho.cluster.ClusterException.Reason;
import dev.sekisho.cluster.Credential;
import dev.sekisho.cluster.Identity;
import dev.sekisho.web.Failure;

import static org.assertj.core.api.Assertions.assertThat;

class ClusterFailuresTests {

	private final Callers callers = Mockito.mock(Callers.class);

	private final ClusterFailures failures = new ClusterFailures(this.callers);

	@AfterEach
	void signOut() {
		SecurityContextHolder.clearContext();
	}

	@ParameterizedTest
	@EnumSource
	void hasWordsForEveryReasonInBothLanguages(Reason reason) {
		Failure failure = explain("POST", reason, "no");
		String file = failure.key().startsWith("web.") ? "messages/web" : "messages/access";
		for (Locale locale : List.of(Locale.ROOT, Locale.JAPANESE)) {
			ResourceBundle texts = ResourceBundle.getBundle(file, locale,
					ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
			assertThat(List.of("title", "what", "why", "todo"))
				.allSatisfy((part) -> assertThat(texts.getString(failure.key() + "." + part)).as(part).isNotBlank());
		}
	}

	@ParameterizedTest
	@CsvSource({ "FORBIDDEN,403", "NOT_FOUND,404", "ALREADY_EXISTS,409", "CONFLICT,409", "INVALID,422", "DENIED,422",
			"TOO_LARGE,413", "TOO_MANY_REQUESTS,503", "WEBHOOK_UNAVAILABLE,503", "UNAVAILABLE,503", "GONE,503",
			"READ_ONLY,403", "UNAUTHENTICATED,503" })
	void tellsAStatusThatFits(Reason reason, int status) {
		assertThat(explain("POST", reason, "no").status()).isEqualTo(status);
	}

	@Test
	void treatsWhatMayNotBeReadAsAbsent() {
		assertThat(explain("GET", Reason.FORBIDDEN, "virtualservices is forbidden"))
			.isEqualTo(explain("GET", Reason.NOT_FOUND, "virtualservices \"x\" not found"));
	}

	@Test
	void givesTheWordsAboutMissingRightsOnlyIfTheyAreTheCallers() {
		signIn("alice");
		assertThat(explain("POST", Reason.FORBIDDEN, "User \"alice\" cannot create").details()).contains("alice");
		assertThat(explain("POST", Reason.FORBIDDEN, "User \"system:serviceaccount:sekisho:sekisho\" cannot list")
			.details()).isEmpty();
	}

	@Test
	void showsHostileWordsAsTheyAre() {
		assertThat(explain("POST", Reason.DENIED, "no\u202e\r\nX: y").details())
			.isEqualTo("no\\u202e\\u000d\\u000aX: y");
	}

	@Test
	void asksToWaitAsLongAsTheApiServerDoes() {
		ClusterException busy = new ClusterException(Reason.TOO_MANY_REQUESTS, "", List.of(), Duration.ofSeconds(17),
				null);
		assertThat(this.failures.explain((Exception) busy, request("POST"))).hasValueSatisfying((failure) -> {
			assertThat(failure.headers().getFirst("Retry-After")).isEqualTo("17");
			assertThat(failure.temporary()).isTrue();
		});
	}

	@Test
	void leadsToTheSignInWhenTheCallersTokenHasEnded() {
		signIn("alice");
		assertThat(explain("POST", Reason.UNAUTHENTICATED, "").status()).isEqualTo(503);
		Mockito.when(this.callers.byTokenNow("token")).thenThrow(new CallerRefused(CallerRefused.Reason.INVALID));
		assertThat(explain("POST", Reason.UNAUTHENTICATED, "").status()).isEqualTo(401);
	}

	@Test
	void leavesOtherExceptionsToOthers() {
		assertThat(this.failures.explain(new IllegalStateException(), request("GET"))).isEmpty();
	}

	private Failure explain(String method, Reason reason, String message) {
		Optional<Failure> failure = this.failures
			.explain((Exception) new ClusterException(reason, message, List.of(), null, null), request(method));
		return failure.orElseThrow();
	}

	private static MockHttpServletRequest request(String method) {
		return new MockHttpServletRequest(method, "/x");
	}

	private static void signIn(String username) {
		SecurityContextHolder.getContext()
			.setAuthentication(new CallerAuthentication(
					new Caller(new Identity(username, "", Set.of()), new Credential.Token("token"))));
	}

}
