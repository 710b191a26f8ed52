package dev.sekisho.sandbox.server;

import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The answer to a call.
 *
 * @param code the HTTP status
 * @param body the JSON body
 * @param warnings what to warn about, one header each
 */
record Reply(int code, JsonNode body, List<String> warnings) {

	static Reply ok(JsonNode body) {
		return new Reply(200, body, List.of());
	}

	static Reply created(JsonNode body) {
		return new Reply(201, body, List.of());
	}

	Reply warning(String warning) {
		return new Reply(this.code, this.body, Stream.concat(this.warnings.stream(), Stream.of(warning)).toList());
	}

}
