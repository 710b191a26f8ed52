package dev.sekisho.chain;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A VirtualService isn't what the last approved change made of it.
 *
 * @param since since when, if known
 * @param by who wrote it, as the API server names the writer; may be empty
 */
public record Drift(@Nullable Instant since, String by) {

}
