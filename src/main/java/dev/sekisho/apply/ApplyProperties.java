package dev.sekisho.apply;

import java.time.Duration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How approved changes are applied.
 *
 * @param namespace the namespace that holds the portal's leases
 * @param expiry how long an approved change may wait for being appliable before it goes
 * stale
 * @param lease how long a lease that nobody renews is respected: after a replica dies in
 * the middle of an apply, the others wait so long; an apply must begin to write within
 * half of it
 * @param resync how often every open change is looked at even if nothing happened
 * @param retry how long to wait before a call that didn't get through is tried again;
 * grows to ten times that
 * @param workers how many changes are worked on at the same time
 */
@Validated
@ConfigurationProperties("sekisho.apply")
record ApplyProperties(@DefaultValue("sekisho") @NotBlank String namespace,
		@DefaultValue("24h") @NotNull Duration expiry, @DefaultValue("10s") @NotNull Duration lease,
		@DefaultValue("30s") @NotNull Duration resync, @DefaultValue("1s") @NotNull Duration retry,
		@DefaultValue("4") @Positive int workers) {

}
