package dev.sekisho.change;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * What can be sent as a manifest, and what each refusal says.
 */
class ManifestTests {

	private static final String GOOD = """
			apiVersion: networking.istio.io/v1
			kind: VirtualService
			metadata:
			  name: service-a
			  namespace: service-a
			spec:
			  hosts: ["*"]
			""";

	static Stream<Arguments> refusals() {
		return Stream.of(refusal("", "", "empty", 0, ""), refusal("[]", "", "not-an-object", 1, ""),
				refusal(GOOD + "---\n" + GOOD, "", "several-documents", 9, ""),
				refusal(GOOD.replace("hosts: [\"*\"]", "hosts: &a [\"*\"]\n  gateways: *a"), "", "alias", 0, ""),
				refusal(GOOD.replace("hosts: [\"*\"]", "hosts: [&a x, *a]"), "spec.hosts[1]", "alias", 7, ""),
				refusal(GOOD + "  hosts: [\"*\"]\n", "spec.hosts", "duplicate-key", 8, ""),
				refusal(GOOD.replace("  hosts", "\thosts"), "", "tab", 7, ""),
				refusal(GOOD + "  http: [{name: n}]\n", "spec.http[0].name", "ambiguous-boolean", 8, "\"n\""),
				refusal(GOOD + "  http: [{timeout: 1:30}]\n", "spec.http[0].timeout", "ambiguous-number", 8,
						"\"1:30\""),
				refusal(GOOD + "  http: [{x: 010}]\n", "spec.http[0].x", "ambiguous-number", 8, "\"010\""),
				refusal(GOOD + "  http: [{x: ~}]\n", "spec.http[0].x", "null-value", 8, ""),
				refusal(GOOD + "  http: [{x: 9007199254740993}]\n", "spec.http[0].x", "integer-too-large", 8, ""),
				refusal(GOOD + "  http: !!java.net.URL [\"http://x\"]\n", "", "tag", 8, ""),
				refusal(GOOD + "  http: [\n", "", "syntax", 9, ""),
				refusal("x".repeat(1024 * 1024 + 1), "", "too-large", 0, ""),
				refusal("[".repeat(100), "", "too-deep", 0, ""),
				refusal(GOOD.replace("VirtualService", "Ingress"), "kind", "wrong-kind", 2, "VirtualService"),
				refusal(GOOD.replace("networking.istio.io/v1", "v1"), "apiVersion", "wrong-api-version", 1,
						"networking.istio.io/v1"),
				refusal(GOOD + "data: {}\n", "data", "unknown-field", 8, ""),
				refusal(GOOD.replace("  name: service-a\n", "  name: service-A\n"), "metadata.name", "name-invalid", 4,
						"service-a"),
				refusal(GOOD.replace("  name: service-a\n", ""), "metadata.name", "required", 3, ""),
				refusal(GOOD.replace("  name: service-a\n", "  name: " + "a".repeat(254) + "\n"), "metadata.name",
						"name-too-long", 4, ""),
				refusal(GOOD.replace("  name: service-a\n", "  name: a\n  labels: {version: 1}\n"),
						"metadata.labels.version", "not-text", 5, "\"1\""),
				refusal(GOOD + "  http: [{name: \"" + "x".repeat(300_000) + "\"}]\n", "", "manifest-too-large", 1, ""),
				refusal("{\"kind\": \"VirtualService\", \"kind\": \"x\"}", "kind", "duplicate-key", 1, ""),
				refusal("{\"kind\": }", "", "syntax", 1, ""), refusal("{} {}", "", "several-documents", 1, ""));
	}

	private static Arguments refusal(String text, String path, String code, int line, String fix) {
		return Arguments.of(code, text, path, line, fix);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("refusals")
	void refusesWithPlaceAndFix(String code, String text, String path, int line, String fix) {
		List<InputProblem> problems = refused(text).problems();
		assertThat(problems).anySatisfy((problem) -> {
			assertThat(problem.code()).isEqualTo(code);
			assertThat(problem.path()).isEqualTo(path);
			assertThat(problem.line()).isEqualTo(line);
			assertThat(problem.fix()).isEqualTo(fix);
		});
	}

	@Test
	void refusesAnAliasBomb() {
		StringBuilder bomb = new StringBuilder("a0: &a0 [x,x]\n");
		for (int i = 1; i < 40; i++) {
			bomb.append("a%d: &a%d [*a%d,*a%d]%n".formatted(i, i, i - 1, i - 1));
		}
		assertThat(refused(bomb.toString()).problems()).extracting(InputProblem::code).containsExactly("alias");
	}

	@Test
	void readsYamlAndJsonAlike() {
		Manifest yaml = Manifest.read(GOOD, "");
		Manifest json = Manifest.read(Json.write(Json.tree(yaml.object())), "");
		assertThat(Json.tree(json.object())).isEqualTo(Json.tree(yaml.object()));
		assertThat(yaml.key()).hasToString("service-a/service-a");
	}

	@Test
	void takesTheNamespaceItIsGivenWhenThereIsNone() {
		assertThat(Manifest.read(GOOD.replace("  namespace: service-a\n", ""), "orders").key())
			.hasToString("orders/service-a");
	}

	@Test
	void dropsWhatAServerFillsIn() {
		Manifest manifest = Manifest.read(GOOD.replace("  namespace", "  uid: \"1\"\n  namespace") + "status: {}\n",
				"");
		assertThat(manifest.dropped()).containsExactlyInAnyOrder("metadata.uid", "status");
		assertThat(manifest.object().getMetadata().getUid()).isNull();
		assertThat(manifest.object().getAdditionalProperties()).containsOnlyKeys("spec");
	}

	private static InputRefused refused(String text) {
		InputRefused refused = catchThrowableOfType(InputRefused.class, () -> Manifest.read(text, ""));
		assertThat(refused).isNotNull();
		return refused;
	}

}
