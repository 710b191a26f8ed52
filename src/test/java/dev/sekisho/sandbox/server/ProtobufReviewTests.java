package dev.sekisho.sandbox.server;

import java.util.Arrays;
import java.util.HexFormat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.sekisho.sandbox.store.Json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The bodies are those that kubectl 1.37 sends.
 */
class ProtobufReviewTests {

	/** {@code kubectl auth can-i create virtualservices -n orders}. */
	private static final String MAY_CREATE = """
			6b387300 0a320a17 61757468 6f72697a 6174696f 6e2e6b38 732e696f 2f763112
			1753656c 66537562 6a656374 41636365 73735265 76696577 125c0a10 0a001200
			1a002200 2a003200 38004200 123e0a3c 0a066f72 64657273 12066372 65617465
			1a136e65 74776f72 6b696e67 2e697374 696f2e69 6f22002a 0f766972 7475616c
			73657276 69636573 32003a00 1a080800 12001a00 20001a00 2200
			""";

	/** {@code kubectl auth can-i get /metrics}. */
	private static final String MAY_GET_PATH = """
			6b387300 0a320a17 61757468 6f72697a 6174696f 6e2e6b38 732e696f 2f763112
			1753656c 66537562 6a656374 41636365 73735265 76696577 122f0a10 0a001200
			1a002200 2a003200 38004200 1211120f 0a082f6d 65747269 63731203 6765741a
			08080012 001a0020 001a0022 00
			""";

	/** {@code kubectl auth can-i --list -n orders}. */
	private static final String LIST_RULES = """
			6b387300 0a310a17 61757468 6f72697a 6174696f 6e2e6b38 732e696f 2f763112
			1653656c 66537562 6a656374 52756c65 73526576 69657712 220a100a 0012001a
			0022002a 00320038 00420012 080a066f 72646572 731a0418 0022001a 002200
			""";

	/** {@code kubectl auth whoami}. */
	private static final String WHO_AM_I = """
			6b387300 0a2d0a18 61757468 656e7469 63617469 6f6e2e6b 38732e69 6f2f7631
			12115365 6c665375 626a6563 74526576 69657712 1a0a100a 0012001a 0022002a
			00320038 00420012 060a040a 0012001a 002200
			""";

	@Test
	void readsAQuestionAboutAResource() {
		ObjectNode review = ProtobufReview.read(bytes(MAY_CREATE), "SelfSubjectAccessReview");
		assertThat(review).hasToString("""
				{"apiVersion":"authorization.k8s.io/v1","kind":"SelfSubjectAccessReview","spec":{"resourceAttributes":\
				{"namespace":"orders","verb":"create","group":"networking.istio.io","version":"",\
				"resource":"virtualservices","subresource":"","name":""}}}""");
	}

	@Test
	void readsAQuestionAboutAPath() {
		ObjectNode review = ProtobufReview.read(bytes(MAY_GET_PATH), "SelfSubjectAccessReview");
		assertThat(review.path("spec"))
			.hasToString("{\"nonResourceAttributes\":{\"path\":\"/metrics\",\"verb\":\"get\"}}");
	}

	@Test
	void readsTheNamespaceWhoseRulesAreListed() {
		ObjectNode review = ProtobufReview.read(bytes(LIST_RULES), "SelfSubjectRulesReview");
		assertThat(Json.text(review, "spec", "namespace")).isEqualTo("orders");
	}

	@Test
	void readsWhoAsks() {
		ObjectNode review = ProtobufReview.read(bytes(WHO_AM_I), "SelfSubjectReview");
		assertThat(review).hasToString("{\"apiVersion\":\"authentication.k8s.io/v1\",\"kind\":\"SelfSubjectReview\"}");
	}

	@Test
	void refusesOtherReviews() {
		assertThatExceptionOfType(ApiFailure.class)
			.isThrownBy(() -> ProtobufReview.read(bytes(MAY_CREATE), "TokenReview"))
			.satisfies((failure) -> assertThat(failure.code()).isEqualTo(415));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "6b38", "7b7d0a0a", "6b387300 0a", "6b387300 0a7f00",
			"6b387300 ffffffffffffffffffff01", "6b387300 0b", "6b387300 0affffffff0f", "6b387300 0d0000" })
	void refusesWhatIsNoReview(String body) {
		assertThatExceptionOfType(ApiFailure.class)
			.isThrownBy(() -> ProtobufReview.read(bytes(body), "SelfSubjectAccessReview"))
			.satisfies((failure) -> assertThat(failure.code()).isEqualTo(400));
	}

	@Test
	void answersOrRefusesWhateverIsCutOff() {
		byte[] whole = bytes(MAY_CREATE);
		for (int length = 0; length < whole.length; length++) {
			byte[] part = Arrays.copyOf(whole, length);
			try {
				assertThat(ProtobufReview.read(part, "SelfSubjectAccessReview").has("spec")).isTrue();
			}
			catch (ApiFailure ex) {
				assertThat(ex.code()).isEqualTo(400);
			}
		}
	}

	private static byte[] bytes(String hex) {
		return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
	}

}
