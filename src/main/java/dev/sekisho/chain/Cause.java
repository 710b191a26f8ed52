package dev.sekisho.chain;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Something that explains why a hop isn't healthy.
 *
 * @param text what; its key begins with {@code cause}
 * @param words what the cluster says, word for word; may be empty
 * @param since since when, where that is known
 */
public record Cause(Reason text, String words, @Nullable Instant since) {

}
