package dev.sekisho.chain;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A pod behind a hop.
 *
 * @param name its name
 * @param state its state
 * @param reason why
 * @param message what the cluster says about it, word for word; may be empty
 * @param since since when, if the cluster says so
 */
public record PodDetail(String name, HopState state, Reason reason, String message, @Nullable Instant since) {

}
