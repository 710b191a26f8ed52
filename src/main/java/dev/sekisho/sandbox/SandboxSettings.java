package dev.sekisho.sandbox;

import java.nio.file.Path;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the sandbox.
 *
 * @param port the port of its API server; 0 for a free one
 * @param kubeconfig where its kubeconfig is written; by default
 * {@code target/sandbox/kubeconfig} in a checkout, else a temporary folder
 */
@Validated
@ConfigurationProperties("sekisho.sandbox")
public record SandboxSettings(@DefaultValue("0") @Min(0) @Max(65_535) int port, @Nullable Path kubeconfig) {

}
