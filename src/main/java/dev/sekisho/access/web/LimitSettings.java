package dev.sekisho.access.web;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much one caller may ask of one replica. Reading isn't limited: it costs next to
 * nothing.
 *
 * @param perSecond how many requests that compute or write a caller may send each second
 * @param burst how many of them at once
 */
@Validated
@ConfigurationProperties("sekisho.limits")
record LimitSettings(@DefaultValue("20") @Positive int perSecond, @DefaultValue("120") @Positive int burst) {

}
