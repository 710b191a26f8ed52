package dev.sekisho.chain;

import org.jspecify.annotations.Nullable;

/**
 * Something to do about a hop.
 *
 * @param text what to do; its key begins with {@code advice}
 * @param command a command to copy, if one helps
 */
public record Advice(Reason text, @Nullable String command) {

}
