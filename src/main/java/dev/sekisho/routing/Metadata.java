package dev.sekisho.routing;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What istiod reads of an object's metadata.
 *
 * @param name name and namespace
 * @param created the creation time; {@code null} if the object doesn't exist yet
 * @param labels the labels
 * @param annotations the annotations
 */
record Metadata(ObjectName name, @Nullable Instant created, Map<String, String> labels,
		Map<String, String> annotations) {

	/**
	 * Istio's order of objects of one kind: oldest first, then name, then namespace
	 * (pkg/config/config.go, {@code configCompareByCreationTime}).
	 */
	static final Comparator<Metadata> ORDER = (one, other) -> {
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
		return new Metadata(new ObjectName(metadata.text("namespace"), name),
				parseInstant(metadata.textOrNull("creationTimestamp")), metadata.textsByKey("labels"),
				metadata.textsByKey("annotations"));
	}

	Metadata withCreated(Instant instant) {
		return new Metadata(this.name, instant, this.labels, this.annotations);
	}

	private Instant createdOrLast() {
		return (this.created != null) ? this.created : Instant.MAX;
	}

	private static @Nullable Instant parseInstant(@Nullable String text) {
		if (text == null || text.isEmpty()) {
			return null;
		}
		try {
			return Instant.parse(text);
		}
		catch (DateTimeParseException ex) {
			throw new UnreadableObjectException("metadata.creationTimestamp is not a time");
		}
	}

}
