package dev.sekisho.check;

import org.jspecify.annotations.Nullable;

/**
 * One operation of a JSON patch (RFC 6902).
 *
 * @param op {@code add}, {@code remove} or {@code replace}
 * @param path a JSON pointer into the VirtualService manifest
 * @param value plain maps, lists and values; {@code null} for {@code remove}
 */
public record JsonPatchOperation(String op, String path, @Nullable Object value) {

}
