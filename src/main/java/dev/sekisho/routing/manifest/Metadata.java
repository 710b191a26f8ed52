package dev.sekisho.routing.manifest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.ObjectName;

/**
 * What istiod reads of an object's metadata.
 *
 * @param name name and namespace
 * @param created the creation time; {@code null} if the object doesn't exist yet
 * @param labels Istio's labels
 * @param annotations Istio's annotations
 */
public record Metadata(ObjectName name, @Nullable Instant created, Map<String, String> labels,
		Map<String, String> annotations) {

	private static final String ISTIO = "istio.io/";

	private static final String SECONDS = "0000-00-00T00:00:00Z";

	/**
	 * Istio's order of objects of one kind: oldest first, then name, then namespace
	 * (pkg/config/config.go, {@code configCompareByCreationTime}).
	 */
	public static final Comparator<Metadata> ORDER = (one, other) -> {
		int byTime = one.createdOrLast().compareTo(other.createdOrLast());
		if (byTime != 0) {
			return byTime;
		}
		int byName = one.name.name().compareTo(other.name.name());
		return (byName != 0) ? byName : one.name.namespace().compareTo(other.name.namespace());
	};

	static Metadata of(Fields object) {
		Fields metadata = object.object("metadata");
		String name = metadata.text("name");
		if (name.isEmpty()) {
			throw new UnreadableObjectException("metadata.name is missing");
		}
		return new Metadata(new ObjectName(metadata.text("namespace").intern(), name),
				parseInstant(metadata.textOrNull("creationTimestamp")), read(metadata.textsByKey("labels")),
				read(metadata.textsByKey("annotations")));
	}

	Metadata withCreated(Instant instant) {
		return new Metadata(this.name, instant, this.labels, this.annotations);
	}

	private Instant createdOrLast() {
		return (this.created != null) ? this.created : Instant.MAX;
	}

	// Others aren't looked at, and may be as big as the object itself.
	private static Map<String, String> read(Map<String, String> written) {
		if (written.isEmpty()) {
			return written;
		}
		Map<String, String> read = new HashMap<>();
		written.forEach((key, value) -> {
			if (key.contains(ISTIO)) {
				read.put(key, value);
			}
		});
		return Map.copyOf(read);
	}

	private static @Nullable Instant parseInstant(@Nullable String text) {
		if (text == null || text.isEmpty()) {
			return null;
		}
		try {
			return (text.length() == SECONDS.length()) ? secondsOf(text) : parsed(text);
		}
		catch (DateTimeException ex) {
			return parsed(text);
		}
	}

	// What the API server writes, many times faster than the parser of all forms.
	private static Instant secondsOf(String text) {
		for (int i = 0; i < SECONDS.length(); i++) {
			char ch = text.charAt(i);
			boolean digit = ch >= '0' && ch <= '9';
			if ((SECONDS.charAt(i) != '0') ? (ch != SECONDS.charAt(i)) : !digit) {
				return parsed(text);
			}
		}
		return LocalDateTime
			.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10), number(text, 11, 13), number(text, 14, 16),
					number(text, 17, 19))
			.toInstant(ZoneOffset.UTC);
	}

	private static int number(String text, int from, int to) {
		return Integer.parseInt(text, from, to, 10);
	}

	private static Instant parsed(String text) {
		try {
			return Instant.parse(text);
		}
		catch (DateTimeParseException ex) {
			throw new UnreadableObjectException("metadata.creationTimestamp is not a time");
		}
	}

}
