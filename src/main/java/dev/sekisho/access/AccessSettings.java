package dev.sekisho.access;

import java.time.Duration;
import java.time.Instant;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of signing in.
 *
 * @param idle how long a sign-in lasts without a request; from a minute to the longest
 * sign-in
 * @param longest how long a sign-in lasts at most; up to 8 hours
 * @param namespace the portal's own namespace, where sign-ins are kept as Secrets
 * @param oidc the identity provider that people sign in at; {@code null} for sign-in by
 * pasted token only
 * @param audience whom tokens must be meant for; then they aren't forwarded, and the
 * portal impersonates their owners. {@code null} for tokens that are meant for the API
 * server, which are forwarded to it
 * @param impersonation whom the portal impersonates; nobody without an audience
 */
@Validated
@ConfigurationProperties("sekisho.access")
public record AccessSettings(@DefaultValue("2h") @NotNull @DurationMin(minutes = 1) Duration idle,
		@DefaultValue("8h") @NotNull @DurationMin(minutes = 1) @DurationMax(hours = 8) Duration longest,
		@DefaultValue("sekisho") @NotBlank String namespace, @Valid @Nullable OidcSettings oidc,
		@Nullable String audience, @DefaultValue ImpersonationSettings impersonation) {

	public AccessSettings {
		audience = (audience == null || audience.isBlank()) ? null : audience;
		if ((audience != null) != impersonation.anybody()) {
			throw new IllegalArgumentException("sekisho.access.audience and the users or service accounts of "
					+ "sekisho.access.impersonation are set together, or not at all");
		}
	}

	/**
	 * Whether a sign-in is over.
	 * @param begun when it began
	 * @param used when it was used last
	 * @param now the time
	 * @return {@code true} if it wasn't used for too long, or has lasted too long
	 */
	boolean over(Instant begun, Instant used, Instant now) {
		return Duration.between(used, now).compareTo(this.idle) >= 0
				|| Duration.between(begun, now).compareTo(this.longest) >= 0;
	}

}
