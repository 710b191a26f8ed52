package dev.sekisho.analyze;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the quick reading of plain YAML against the full parser: it may leave a document
 * alone, but never read it otherwise. The seed is printed; property {@code sekisho.seed}
 * sets it.
 */
class PlainYamlTests {

	private static final long SEED = Long.getLong("sekisho.seed", 20_241_125);

	private static final int MUTATIONS = 40_000;

	private static final String KUBECTL = """
			apiVersion: v1
			items:
			- apiVersion: networking.istio.io/v1
			  kind: VirtualService
			  metadata:
			    annotations:
			      empty: ""
			      kubectl.kubernetes.io/last-applied-configuration: |
			        {"apiVersion":"networking.istio.io/v1","kind":"VirtualService"}
			      note: |-
			        two lines

			        of text # not a comment
			    creationTimestamp: "2024-01-01T00:00:00Z"
			    generation: 12
			    labels: {}
			    name: orders
			    resourceVersion: "77"
			  spec:
			    gateways:
			    - istio-ingress/shared
			    hosts:
			    - '*'
			    - shop.example.com
			    http:
			    - corsPolicy:
			        allowCredentials: true
			        allowOrigins: []
			      match:
			        - headers:
			            x-canary:
			              exact: "true"
			          uri:
			            prefix: /api/v1/orders
			        - method:
			            exact: GET
			      route:
			      -
			        destination:
			          host: orders.team-a.svc.cluster.local
			          port:
			            number: 80
			        weight: 100
			      timeout: 1.5s
			      name: 注文
			      retries:
			- kind: Service
			kind: List
			""";

	@Test
	void readsWhatKubectlPrints() {
		assertThat(PlainYaml.read(KUBECTL, 0, KUBECTL.length())).isNotNull().isEqualTo(full(KUBECTL));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a: 1", "a: 0", "a: 00", "a: 1_000", "a: 0x1F", "a: 1.5", "a: .5", "a: 1e3", "a: 12:30",
			"a: 2024-01-01", "a: 99999999999", "a: -1", "a: +1", "a: yes", "a: No", "a: ~", "a: null", "a: y",
			"a: .inf", "a: =", "a: <<", "a: \"x\\n\"", "a: 'it''s'", "a: \"x\" ", "a: x: y", "a: x:", "a: x #y",
			"a: x#y", "a: x\n b", "a:\n  b\n", "a: [b, c]", "a: {b: c}", "a: &x b", "a: *x", "a: !!str 1",
			"a: |\n  b\n", "a: |\n  b", "a: |\n\n  b\n", "a: |\n  b\n\n\n", "a: |-\n  b\n\nc: d\n", "a: |\n  b\n c\n",
			"a: |\nb: c\n", "a: >\n  b\n", "a: |2\n   b\n", "a: |\n  b\n # c\nd: e\n", "a: |\n  b\n  # c\nd: e\n",
			"- a\n- b", "- a\n  b\n", "- - a\n  - b\n", "- a: b\n  c: d\n", "-   a: b\n    c: d\n", "- a: b\n   c: d\n",
			"a:\n- b\nc: d\n", "a:\n - b\nc: d\n", "a:\n- b\n- c: d\n e: f\n", "a: b\na: c\n", "yes: a", "1: a",
			"null: a", "? a\n: b\n", "a : b", "a:b", "a:\tb", "\ta: b", "  a: b\n  c: d\n", "  a: b\n c: d\n",
			"a: b\n  c: d\n", "a:\n  b: c\n d: e\n", "# a\n", "", "a", "\"a\": b", "a: 'b", "a: \"b",
			"a: b\r\nc: d\r\n", "a: \u0085b", "a: \u2028b", "a: 日本\n", "a: -\n", "a: - b", "a: @b", "a: `b`", "a: %b",
			"a: ,b", "a: b]", "a: b, c", "-\n  a: b\n", "-\n- a\n", "- \n", "a:\n  -\n", "a: \"\"", "a: ''",
			"a: b\n\n\nc: d", "a: b   \nc: d", "a: |\n  b  \n", "a: |  \n  b\n", "a: | # c\n  b\n", "a: |+\n  b\n\n",
			"/a/: b", ".a: b", "a::b: c", "a:: b", "f:b: {}", "a: {} # c", "a: {}\n  b: c", "-a: b", "- -a: b", "- -1",
			"--- a", "a: ---", "a: ...", "a: true\n  b" })
	void neverReadsOtherwiseThanTheFullParser(String yaml) {
		assertThat(difference(yaml)).isNull();
	}

	@Test
	void neverReadsDamagedDocumentsOtherwise() throws IOException {
		System.out.println("seed " + SEED);
		Random random = new Random(SEED);
		List<String> documents = new ArrayList<>(List.of(KUBECTL));
		for (Resource resource : new PathMatchingResourcePatternResolver()
			.getResources("classpath*:manifests/**/*.yaml")) {
			documents.addAll(List.of(resource.getContentAsString(StandardCharsets.UTF_8).split("(?m)^---.*\n")));
		}
		documents.removeIf((document) -> document.length() > 4000);
		List<String> wrong = new ArrayList<>();
		int plain = 0;
		for (int i = 0; i < MUTATIONS && wrong.size() < 5; i++) {
			String document = documents.get(random.nextInt(documents.size()));
			StringBuilder damaged = new StringBuilder(document);
			for (int j = random.nextInt(4); j >= 0; j--) {
				damage(damaged, random);
			}
			String text = damaged.toString();
			String difference = difference(text);
			if (difference != null) {
				wrong.add(difference);
			}
			plain += (PlainYaml.read(text, 0, text.length()) != null) ? 1 : 0;
		}
		System.out.println(plain + " of " + MUTATIONS + " damaged documents are plain");
		assertThat(wrong).isEmpty();
		assertThat(plain).isGreaterThan(MUTATIONS / 20);
	}

	private static void damage(StringBuilder text, Random random) {
		String chars = " \n-:#'\"|>{}[]&*!%@`?,.0179+eyNt~=<\\/aß\t\r";
		int at = random.nextInt(text.length() + 1);
		int end = Math.min(text.length(), at + 1 + random.nextInt(3));
		switch (random.nextInt(4)) {
			case 0 -> text.insert(at, chars.charAt(random.nextInt(chars.length())));
			case 1 -> text.delete(at, end);
			case 2 -> text.replace(at, end, String.valueOf(chars.charAt(random.nextInt(chars.length()))));
			default -> text.insert(at, text.substring(random.nextInt(at + 1), at));
		}
		text.setLength(Math.min(text.length(), 6000));
	}

	private static @Nullable String difference(String yaml) {
		Object plain = PlainYaml.read(yaml, 0, yaml.length());
		if (plain == null) {
			return null;
		}
		Object expected = full(yaml);
		return plain.equals(expected) ? null : yaml + "\nis read as " + plain + "\nbut is " + expected;
	}

	private static Object full(String yaml) {
		List<Object> documents = new ArrayList<>();
		try {
			// A directive makes it read all by the full parser.
			ManifestYaml.documents("test", "%YAML 1.1\n---\n" + yaml, documents::add);
		}
		catch (InputException ex) {
			return String.valueOf(ex.getMessage());
		}
		return (documents.size() == 1) ? documents.get(0) : documents;
	}

}
