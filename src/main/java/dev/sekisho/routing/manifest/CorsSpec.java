package dev.sekisho.routing.manifest;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.StringMatch;

/**
 * A CORS policy, as far as it changes who answers: a preflight request from an allowed
 * origin is answered by the gateway.
 *
 * @param allowOrigins the allowed origins
 * @param ignoresUnmatched whether a preflight from elsewhere is answered too
 */
public record CorsSpec(List<StringMatch> allowOrigins, boolean ignoresUnmatched) {

	static @Nullable CorsSpec ofNullable(@Nullable Fields cors) {
		if (cors == null) {
			return null;
		}
		List<StringMatch> origins = new ArrayList<>();
		for (Fields origin : cors.objects("allowOrigins")) {
			origins.add(MatchBlock.stringMatchOf(origin));
		}
		if (origins.isEmpty()) {
			cors.texts("allowOrigin").forEach((origin) -> origins.add(new StringMatch(StringMatch.Kind.EXACT, origin)));
		}
		return new CorsSpec(origins, "IGNORE".equals(cors.text("unmatchedPreflights")));
	}

	/**
	 * What it does, for readers.
	 * @return one line for each setting
	 */
	public List<String> effects() {
		List<String> effects = new ArrayList<>();
		for (StringMatch origin : this.allowOrigins) {
			effects.add("cors " + origin.kind() + " " + origin.value());
		}
		if (this.ignoresUnmatched) {
			effects.add("cors ignores other preflights");
		}
		return effects;
	}

}
