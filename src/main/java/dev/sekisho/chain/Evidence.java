package dev.sekisho.chain;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A fact that a hop's state rests on.
 *
 * @param object the object it was read from
 * @param field the field, such as {@code spec.type}
 * @param value what stood there
 * @param since since when, where the object says so
 * @param source where it was read
 * @param meaning what that means; {@code null} where it speaks for itself
 */
public record Evidence(ObjectRef object, String field, String value, @Nullable Instant since, Source source,
		@Nullable Reason meaning) {

}
