package dev.sekisho.access;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The identity provider that people sign in at: the one whose id tokens the API server
 * takes. Which claims make name and groups, and with which prefix, the API server's own
 * settings say.
 *
 * @param issuer the issuer's URL, as the API server has it
 * @param clientId the client, as the API server has it
 * @param clientSecret the client's secret; {@code null} for a public client
 * @param scopes what is asked for, separated by spaces; {@code openid} always is
 */
public record OidcSettings(@NotBlank String issuer, @NotBlank String clientId, @Nullable String clientSecret,
		@DefaultValue("openid profile email") @NotBlank String scopes) {

	@Override
	public String toString() {
		return "OidcSettings[" + this.issuer + ", " + this.clientId + "]";
	}

}
