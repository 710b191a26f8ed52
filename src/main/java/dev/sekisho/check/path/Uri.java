package dev.sekisho.check.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.sekisho.check.Examination;
import dev.sekisho.check.Fix;
import dev.sekisho.check.JsonPatchOperation;
import dev.sekisho.check.Located;
import dev.sekisho.check.MatchShape;
import dev.sekisho.routing.StringMatch;
import dev.sekisho.routing.StringMatch.Kind;

/**
 * The condition on the path of a match block, with where it stands.
 *
 * @param match the match block
 * @param field the field of {@code uri} that says it
 * @param condition the condition
 */
record Uri(Located match, Located field, StringMatch condition) {

	static List<Uri> of(Examination examination) {
		List<Uri> uris = new ArrayList<>();
		examination.matches().forEach((match) -> of(match).ifPresent(uris::add));
		return uris;
	}

	static Optional<Uri> of(Located match) {
		StringMatch condition = MatchShape.uri(match.node());
		if (condition == null || condition.kind() == Kind.PRESENT) {
			return Optional.empty();
		}
		String kind = condition.kind().name().toLowerCase(Locale.ROOT);
		return Optional.of(new Uri(match, match.at("uri").at(kind), condition));
	}

	boolean is(Kind kind) {
		return this.condition.kind() == kind;
	}

	String value() {
		return this.condition.value();
	}

	boolean ignoresCase() {
		return this.match.node().path("ignoreUriCase").asBoolean(false);
	}

	/**
	 * The JSON pointer of the entry of {@code spec.http}.
	 * @return the pointer
	 */
	String entry() {
		return this.match.path().substring(0, this.match.path().indexOf("/match/"));
	}

	/**
	 * This match block with other conditions on the path in its place.
	 * @param examination the examination
	 * @param label the key of the repair's label
	 * @param replacements the conditions, as in {@code uri}
	 * @return the repair: it writes the whole list of match blocks
	 */
	Fix replacedBy(Examination examination, String label, List<Map<String, String>> replacements) {
		ArrayNode blocks = JsonNodeFactory.instance.arrayNode();
		for (Located block : new Located(entry() + "/match", examination.manifest().at(entry() + "/match")).items()) {
			if (!block.path().equals(this.match.path())) {
				blocks.add(block.node());
				continue;
			}
			for (Map<String, String> replacement : replacements) {
				ObjectNode copy = block.node().deepCopy();
				ObjectNode uri = copy.putObject("uri");
				replacement.forEach(uri::put);
				blocks.add(copy);
			}
		}
		return new Fix(label, List.of(new JsonPatchOperation("replace", entry() + "/match", Plain.of(blocks))));
	}

}
