package dev.sekisho.sandbox.server;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.sekisho.sandbox.store.Json;

/**
 * Reads the questions that {@code kubectl auth} asks. It sends them as protobuf and does
 * not try JSON when refused, but takes an answer in JSON. The numbers of the fields are
 * those of {@code generated.proto} in {@code k8s.io/api} and, of the envelope, in
 * {@code k8s.io/apimachinery/pkg/runtime}.
 */
final class ProtobufReview {

	static final String MEDIA_TYPE = "application/vnd.kubernetes.protobuf";

	private static final byte[] MAGIC = { 'k', '8', 's', 0 };

	private static final int SPEC = 2;

	private static final List<String> RESOURCE = List.of("namespace", "verb", "group", "version", "resource",
			"subresource", "name");

	private static final List<String> PATH = List.of("path", "verb");

	private ProtobufReview() {
	}

	/**
	 * Reads a review of what the caller is or may do.
	 * @param body the body of the request
	 * @param kind the kind of review
	 * @return the review as it would be in JSON
	 */
	static ObjectNode read(byte[] body, String kind) {
		if (body.length < MAGIC.length || !Arrays.equals(MAGIC, Arrays.copyOf(body, MAGIC.length))) {
			throw malformed();
		}
		Map<Integer, byte[]> envelope = fields(Arrays.copyOfRange(body, MAGIC.length, body.length));
		ObjectNode review = texts(field(envelope, 1), List.of("apiVersion", "kind"));
		Map<Integer, byte[]> spec = fields(field(fields(field(envelope, 2)), SPEC));
		switch (kind) {
			case "SelfSubjectReview" -> {
				// asks without a spec
			}
			case "SelfSubjectRulesReview" ->
				review.putObject("spec").put("namespace", new String(field(spec, 1), StandardCharsets.UTF_8));
			case "SelfSubjectAccessReview" -> review.set("spec", question(spec));
			default -> throw ApiFailure.unsupportedMediaType(MEDIA_TYPE);
		}
		return review;
	}

	private static ObjectNode question(Map<Integer, byte[]> spec) {
		ObjectNode question = Json.object();
		if (spec.containsKey(1)) {
			question.set("resourceAttributes", texts(field(spec, 1), RESOURCE));
		}
		if (spec.containsKey(2)) {
			question.set("nonResourceAttributes", texts(field(spec, 2), PATH));
		}
		return question;
	}

	// A message whose first fields are texts with these names.
	private static ObjectNode texts(byte[] message, List<String> names) {
		Map<Integer, byte[]> fields = fields(message);
		ObjectNode texts = Json.object();
		for (int i = 0; i < names.size(); i++) {
			texts.put(names.get(i), new String(field(fields, i + 1), StandardCharsets.UTF_8));
		}
		return texts;
	}

	private static byte[] field(Map<Integer, byte[]> fields, int number) {
		return fields.getOrDefault(number, new byte[0]);
	}

	// The texts and messages in a message; numbers are read over.
	private static Map<Integer, byte[]> fields(byte[] message) {
		ByteBuffer buffer = ByteBuffer.wrap(message);
		Map<Integer, byte[]> fields = new HashMap<>();
		try {
			while (buffer.hasRemaining()) {
				long tag = number(buffer);
				switch ((int) (tag & 7)) {
					case 0 -> number(buffer);
					case 1 -> bytes(buffer, Long.BYTES);
					case 2 -> fields.put((int) (tag >>> 3), bytes(buffer, number(buffer)));
					case 5 -> bytes(buffer, Integer.BYTES);
					default -> throw malformed();
				}
			}
		}
		catch (BufferUnderflowException ex) {
			throw malformed();
		}
		return fields;
	}

	private static byte[] bytes(ByteBuffer buffer, long length) {
		if (length < 0 || length > buffer.remaining()) {
			throw malformed();
		}
		byte[] bytes = new byte[(int) length];
		buffer.get(bytes);
		return bytes;
	}

	private static long number(ByteBuffer buffer) {
		long number = 0;
		for (int shift = 0; shift < Long.SIZE; shift += 7) {
			byte next = buffer.get();
			number |= (next & 0x7FL) << shift;
			if (next >= 0) {
				return number;
			}
		}
		throw malformed();
	}

	private static ApiFailure malformed() {
		return ApiFailure.badRequest("the body of the request is not a review in protobuf");
	}

}
