package dev.sekisho.check.action;

import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import dev.sekisho.check.MatchShape;
import dev.sekisho.routing.MeshSettings;
import dev.sekisho.routing.StringMatch;
import dev.sekisho.routing.StringMatch.Kind;
import dev.sekisho.routing.overlap.PathSpace;

/**
 * Which paths of an application a match makes public.
 *
 * @param uri the condition on the path; {@code null} for every path
 * @param ignoreCase whether its case is ignored
 * @param rewrite {@code rewrite}
 * @param mesh the mesh's settings
 */
record Exposure(@Nullable StringMatch uri, boolean ignoreCase, JsonNode rewrite, MeshSettings mesh) {

	static Exposure of(JsonNode match, JsonNode rewrite, MeshSettings mesh) {
		return new Exposure(MatchShape.uri(match), match.path("ignoreUriCase").asBoolean(false), rewrite, mesh);
	}

	/**
	 * Whether a sensitive path is public: as a segment that clients write, or at the top
	 * of the path that the application gets.
	 * @param word the segment
	 * @return {@code true} if it is
	 */
	boolean shows(String word) {
		JsonNode to = this.rewrite.path("uri");
		if (this.rewrite.path("uriRegexRewrite").isObject()) {
			return segments(this.rewrite.path("uriRegexRewrite").path("rewrite").asText("")).contains(word)
					|| written(word);
		}
		if (!to.isTextual()) {
			return written(word) || top(word);
		}
		boolean below = this.uri == null || this.uri.kind() == Kind.PREFIX || this.uri.kind() == Kind.PRESENT;
		boolean root = to.textValue().replace("/", "").isEmpty();
		return written(word) || segments(to.textValue()).contains(word) || (below && root);
	}

	private boolean written(String word) {
		return this.uri != null && this.uri.kind() != Kind.REGEX && segments(this.uri.value()).contains(word);
	}

	private boolean top(String word) {
		if (this.uri != null && this.uri.kind() != Kind.REGEX && !"/".startsWith(this.uri.value())) {
			boolean open = this.uri.kind() == Kind.PREFIX;
			return open
					&& ("/" + word).regionMatches(this.ignoreCase, 0, this.uri.value(), 0, this.uri.value().length());
		}
		PathSpace.Found found = PathSpace.of(this.uri, this.ignoreCase, this.mesh).inside("/" + word);
		return found.path() != null;
	}

	private static List<String> segments(String path) {
		return List.of(path.toLowerCase(Locale.ROOT).split("[/?]"));
	}

}
