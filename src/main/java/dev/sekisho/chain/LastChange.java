package dev.sekisho.chain;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.sekisho.cluster.ObjectKey;

/**
 * The change that made a VirtualService what it is.
 *
 * @param change the change
 * @param approved when it was approved; {@code null} if that isn't known
 * @param written when the object was written and read back
 */
public record LastChange(ObjectKey change, @Nullable Instant approved, Instant written) {

}
