package dev.sekisho.check;

import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.MeshSettings;
import dev.sekisho.routing.StringMatch;
import dev.sekisho.routing.StringMatch.Kind;
import dev.sekisho.routing.overlap.PathSpace;

/**
 * How much of the paths a match block takes.
 */
public enum MatchShape {

	/** Everything, in a form that istiod moves to the end of the virtual host. */
	CATCH_ALL,
	/** Everything or nearly everything, in a form that keeps its place. */
	PSEUDO_CATCH_ALL,
	/** Every path, for requests that meet other conditions. It keeps its place. */
	EVERY_PATH,
	/** Some paths. */
	SOME_PATHS;

	/** A path that nobody has, to tell a regex for everything by. */
	private static final String SOMEWHERE = "/qzx7";

	/**
	 * The shape of a match block.
	 * @param match the block; missing for an entry without one
	 * @param mesh the mesh's settings
	 * @return its shape
	 */
	public static MatchShape of(JsonNode match, MeshSettings mesh) {
		StringMatch uri = uri(match);
		boolean conditions = hasConditions(match);
		if (uri == null || (uri.kind() == Kind.PREFIX && uri.value().equals("/")) || uri.kind() == Kind.PRESENT
				|| (uri.kind() == Kind.REGEX && uri.value().equals(".*"))) {
			return conditions ? EVERY_PATH : CATCH_ALL;
		}
		if (uri.kind() == Kind.PREFIX && uri.value().isEmpty()) {
			return PSEUDO_CATCH_ALL;
		}
		if (uri.kind() == Kind.REGEX && PathSpace.of(uri, false, mesh).missing(SOMEWHERE).none()) {
			return PSEUDO_CATCH_ALL;
		}
		return SOME_PATHS;
	}

	/**
	 * The condition on the path.
	 * @param match a match block
	 * @return the condition; {@code null} if there is none
	 */
	public static @Nullable StringMatch uri(JsonNode match) {
		JsonNode uri = match.path("uri");
		if (!uri.isObject()) {
			return null;
		}
		for (Kind kind : new Kind[] { Kind.EXACT, Kind.PREFIX, Kind.REGEX }) {
			JsonNode value = uri.path(kind.name().toLowerCase(Locale.ROOT));
			if (value.isTextual()) {
				return new StringMatch(kind, value.textValue());
			}
		}
		return new StringMatch(Kind.PRESENT, "");
	}

	private static boolean hasConditions(JsonNode match) {
		for (String field : new String[] { "method", "scheme", "authority", "headers", "withoutHeaders",
				"queryParams" }) {
			if (!match.path(field).isEmpty()) {
				return true;
			}
		}
		return false;
	}

}
