package dev.sekisho.chart;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceColumnDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionCondition;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.FieldValidateable;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.sekisho.testing.ChartCluster;
import dev.sekisho.testing.Manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tests of the custom resources' schemas and rules on a real API server.
 */
class CustomResourceTests {

	private static final String HASH = "sha256:" + "1".repeat(64);

	private static ChartCluster cluster;

	@BeforeAll
	static void start() {
		cluster = ChartCluster.shared();
	}

	@ParameterizedTest
	@ValueSource(strings = { "routechanges", "routereviews", "sharedgateways" })
	void areAcceptedByTheApiServerWithoutObjection(String plural) {
		CustomResourceDefinition definition = cluster.as("admin")
			.apiextensions()
			.v1()
			.customResourceDefinitions()
			.withName(plural + ".sekisho.dev")
			.get();
		assertThat(definition.getStatus().getConditions())
			.filteredOn((condition) -> "True".equals(condition.getStatus()))
			.extracting(CustomResourceDefinitionCondition::getType)
			.contains("Established", "NamesAccepted")
			.doesNotContain("NonStructuralSchema");
		assertThat(definition.getSpec().getNames().getCategories()).containsExactly("sekisho");
	}

	/**
	 * Of a {@code type: object} that preserves unknown fields {@code self == oldSelf}
	 * compares only the keys that old and new have in common.
	 */
	@ParameterizedTest
	@ValueSource(
			strings = { "{'op':'move','from':'/spec/virtualService/spec/http','path':'/spec/virtualService/spec/tcp'}",
					"{'op':'remove','path':'/spec/virtualService/spec/gateways'}",
					"{'op':'add','path':'/spec/virtualService/spec/exportTo','value':['istio-ingress']}",
					"{'op':'add','path':'/spec/virtualService/spec/http/0/match/0/ignoreUriCase','value':true}",
					"{'op':'remove','path':'/spec/virtualService/metadata/labels'}",
					"{'op':'replace','path':'/spec/virtualService','value':{'metadata':{'name':'another'}}}",
					"{'op':'add','path':'/spec/baseline/virtualService','value':{'metadata':{'name':'another'}}}",
					"{'op':'replace','path':'/spec/reason','value':'Another'}",
					"{'op':'replace','path':'/spec/author/username','value':'bob'}" })
	void refuseEveryChangeOfAChange(String patch) {
		GenericKubernetesResource change = cluster.changeOfAlice();
		assertThatThrownBy(() -> patch(change, patch))
			.hasMessageContaining("A change can't be changed. Create a new RouteChange");
	}

	@Test
	void refuseAChangeWithoutASpecAfterwards() {
		GenericKubernetesResource change = cluster.changeOfAlice();
		assertThatThrownBy(() -> patch(change, "{'op':'remove','path':'/spec'}"))
			.hasMessageContaining("spec: Required value");
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("goodObjects")
	void accept(String what, GenericKubernetesResource object) {
		assertThatCode(() -> create(object)).doesNotThrowAnyException();
	}

	static Stream<Arguments> goodObjects() {
		return Stream.of(Arguments.of("a create", change((object) -> object)),
				Arguments.of("a replace with a hash", change((object) -> based(object, "Replace", "hash", HASH))),
				Arguments.of("a replace with a resource version",
						change((object) -> based(object, "Replace", "resourceVersion", "12"))),
				Arguments.of("a delete by name only",
						change((object) -> Manifests.set(based(object, "Delete", "hash", HASH),
								Map.of("metadata", Map.of("name", "x")), "spec", "virtualService"))),
				Arguments.of("a virtual service with anything in it",
						change((object) -> Manifests.set(object, Map.of("n", List.of(1, "a", false)), "spec",
								"virtualService", "spec"))),
				Arguments.of("an approval", review("Approved", (object) -> object)),
				Arguments.of("an approval without a reason",
						review("Approved", (object) -> Manifests.drop(object, "spec", "reason"))),
				Arguments.of("an approval of a large impact",
						review("Approved",
								(object) -> Manifests.set(object,
										IntStream.range(0, 20000).mapToObj((i) -> "%016x".formatted(i)).toList(),
										"spec", "impact", "entries"))),
				Arguments.of("a withdrawal with the least",
						review("Withdrawn",
								(object) -> Manifests.drop(
										Manifests.drop(Manifests.drop(Manifests.drop(object, "spec", "impact"), "spec",
												"change", "specHash"), "spec", "sharedGateway", "uid"),
										"spec", "sharedGateway", "generation"))),
				Arguments.of("a shared gateway with claims", Manifests.sharedGateway()),
				Arguments.of("a bare shared gateway", Manifests.set(Manifests.sharedGateway(),
						Map.of("gateway", Map.of("namespace", "istio-ingress", "name", "sample-gateway")), "spec")));
	}

	@ParameterizedTest(name = "{1}")
	@MethodSource("badObjects")
	void refuse(GenericKubernetesResource object, String message) {
		assertThatThrownBy(() -> create(object)).isInstanceOf(KubernetesClientException.class)
			.hasMessageContaining(message);
	}

	static Stream<Arguments> badObjects() {
		return Stream.of(badChanges(), badReviews(), badSharedGateways()).flatMap((objects) -> objects);
	}

	private static Stream<Arguments> badChanges() {
		return Stream.of(Arguments.of(change((object) -> Manifests.set(object, "Upsert", "spec", "action")),
				"spec.action: Unsupported value: \"Upsert\": supported values: \"Create\", \"Replace\", \"Delete\""),
				Arguments.of(change((object) -> Manifests.set(object, Map.of(), "spec", "baseline")),
						"Create needs baseline.absent: true"),
				Arguments.of(change((object) -> Manifests.set(object, "Replace", "spec", "action")),
						"Replace and Delete must not have it"),
				Arguments.of(change((object) -> Manifests.set(based(object, "Replace", "hash", HASH),
						Map.of("uid", "1"), "spec", "baseline")),
						"Replace and Delete need baseline.uid and baseline.hash"),
				Arguments.of(change((object) -> Manifests.set(based(object, "Delete", "hash", HASH),
						Map.of("hash", HASH), "spec", "baseline")),
						"Replace and Delete need baseline.uid and baseline.hash"),
				Arguments.of(change((object) -> Manifests.set(object, "1", "spec", "baseline", "uid")),
						"there is no uid, hash or resourceVersion to give"),
				Arguments.of(change((object) -> based(object, "Replace", "hash", "sha1:abc")), "spec.baseline.hash"),
				Arguments.of(change((object) -> Manifests.set(object, " ", "spec", "reason")), "spec.reason"),
				Arguments.of(change((object) -> Manifests.set(object, "x".repeat(2001), "spec", "reason")),
						"spec.reason: Too long"),
				Arguments.of(change((object) -> Manifests.set(object, "Sample_Gateway", "spec", "sharedGateway")),
						"spec.sharedGateway"),
				Arguments.of(change((object) -> Manifests.drop(object, "spec", "virtualService")),
						"spec.virtualService: Required value"),
				Arguments.of(change((object) -> Manifests.drop(object, "spec", "virtualService", "metadata")),
						"spec.virtualService.metadata: Required value"),
				Arguments.of(change((object) -> Manifests.drop(object, "spec", "author")),
						"spec.author: Required value"),
				Arguments.of(change((object) -> Manifests.set(object, "x", "spec", "note")),
						"unknown field \"spec.note\""),
				Arguments.of(change((object) -> Manifests.drop(object, "spec")), "spec: Required value"));
	}

	private static Stream<Arguments> badReviews() {
		return Stream.of(
				Arguments.of(review("Maybe", (object) -> object), "spec.verdict: Unsupported value: \"Maybe\""),
				Arguments.of(review("Approved", (object) -> Manifests.drop(object, "spec", "impact")),
						"Approved needs impact"),
				Arguments.of(review("Approved", (object) -> Manifests.drop(object, "spec", "sharedGateway", "uid")),
						"Approved needs sharedGateway.uid and sharedGateway.generation"),
				Arguments.of(review("Rejected", (object) -> Manifests.drop(object, "spec", "reason")),
						"Rejected needs a reason"),
				Arguments.of(review("Rejected", (object) -> Manifests.drop(object, "spec", "change", "specHash")),
						"Approved and Rejected need change.specHash"),
				Arguments.of(review("Rejected", (object) -> Manifests.set(object, "another", "spec", "change", "uid")),
						"A review's name must be the UID of the change"),
				Arguments.of(review("Rejected", (object) -> Manifests.set(object, "x".repeat(2001), "spec", "reason")),
						"spec.reason: Too long"));
	}

	private static Stream<Arguments> badSharedGateways() {
		return Stream.of(
				Arguments.of(Manifests.set(Manifests.sharedGateway(), "Sometimes", "spec", "approval"),
						"spec.approval: Unsupported value"),
				Arguments.of(Manifests.set(Manifests.sharedGateway(), "Push", "spec", "delivery"),
						"spec.delivery: Unsupported value"),
				Arguments.of(Manifests.set(Manifests.sharedGateway(), List.of("teleport"), "spec", "allow"),
						"spec.allow[0]: Unsupported value: \"teleport\""),
				Arguments.of(claim(Map.of("hosts", List.of("*"), "pathPrefixes", List.of("/"))),
						"A claim needs either namespaces or namespaceSelector"),
				Arguments.of(claim(Map.of("namespaces", List.of("a"), "hosts", List.of("Shop.Example.com"),
						"pathPrefixes", List.of("/"))), "spec.claims[0].hosts[0]"),
				Arguments.of(claim(
						Map.of("namespaces", List.of("a"), "hosts", List.of("*"), "pathPrefixes", List.of("/{team}"))),
						"spec.claims[0].pathPrefixes[0]"),
				Arguments.of(Manifests.drop(Manifests.sharedGateway(), "spec", "gateway"),
						"spec.gateway: Required value"));
	}

	@Test
	void showUsefulColumns() {
		assertThat(columns("RouteChange")).containsExactly("Action", "VirtualService", "Gateway", "Phase", "Author",
				"Age");
		assertThat(columns("RouteReview")).containsExactly("Change", "Verdict", "Gateway", "Reviewer", "Age");
		assertThat(columns("SharedGateway")).containsExactly("Namespace", "Gateway", "Approval", "Delivery", "Ready",
				"Age");
	}

	@Test
	void keepTheStatusOutOfAnOrdinaryWrite() {
		GenericKubernetesResource change = Manifests.set(Manifests.change("alice"), Map.of("phase", "Applied"),
				"status");
		GenericKubernetesResource stored = ChartCluster.resource(cluster.as("alice"), change).create();
		assertThat(stored.getAdditionalProperties()).doesNotContainKey("status");
	}

	private static List<String> columns(String kind) {
		return cluster.as("admin")
			.apiextensions()
			.v1()
			.customResourceDefinitions()
			.list()
			.getItems()
			.stream()
			.filter((definition) -> definition.getSpec().getNames().getKind().equals(kind))
			.flatMap((definition) -> definition.getSpec().getVersions().get(0).getAdditionalPrinterColumns().stream())
			.filter((column) -> column.getPriority() == null || column.getPriority() == 0)
			.map(CustomResourceColumnDefinition::getName)
			.toList();
	}

	private static void patch(GenericKubernetesResource object, String operation) {
		ChartCluster.resource(cluster.as("admin"), object)
			.patch(PatchContext.of(PatchType.JSON), "[" + operation.replace('\'', '"') + "]");
	}

	private static GenericKubernetesResource create(GenericKubernetesResource object) {
		return ChartCluster.resource(cluster.as("admin"), object)
			.dryRun()
			.fieldValidation(FieldValidateable.Validation.STRICT)
			.create();
	}

	private static GenericKubernetesResource change(UnaryOperator<GenericKubernetesResource> edit) {
		return edit.apply(Manifests.change("admin"));
	}

	private static GenericKubernetesResource review(String verdict, UnaryOperator<GenericKubernetesResource> edit) {
		boolean withdrawn = "Withdrawn".equals(verdict);
		GenericKubernetesResource change = Manifests.change(withdrawn ? "admin" : "alice");
		change.getMetadata().setUid("6f1c7a52-8a1f-4a57-9a2c-000000000000");
		return edit.apply(Manifests.review(change, verdict, "admin"));
	}

	private static GenericKubernetesResource based(GenericKubernetesResource change, String action, String key,
			String value) {
		Manifests.set(change, action, "spec", "action");
		return Manifests.set(change, Map.of("uid", "1", key, value), "spec", "baseline");
	}

	private static GenericKubernetesResource claim(Map<String, Object> claim) {
		return Manifests.set(Manifests.sharedGateway(), List.of(claim), "spec", "claims");
	}

}
