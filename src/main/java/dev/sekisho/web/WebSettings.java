package dev.sekisho.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the pages and the REST API.
 *
 * @param docs whether the REST API is described at {@code /openapi.json} and
 * {@code /docs}
 * @param maxBody the largest request body that is read
 */
@ConfigurationProperties("sekisho.web")
record WebSettings(@DefaultValue("true") boolean docs, @DefaultValue("1MB") DataSize maxBody) {
}
