package dev.sekisho.chart;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.sekisho.cluster.ResourceKind;
import dev.sekisho.testing.RenderedChart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

/**
 * Tests of the chart that need no cluster.
 */
class ChartTests {

	private static final Path TEMPLATES = RenderedChart.FOLDER.resolve("templates");

	@Test
	void passesHelmsStrictLint() {
		LintResult result = new Helm(RenderedChart.FOLDER).lint().strict().call();
		assertThat(result.isFailed()).as(String.join("\n", result.getMessages())).isFalse();
		assertThat(result.getMessages()).noneMatch((message) -> message.startsWith("[WARNING]"));
	}

	@Test
	void holdsOneKindPerTemplate() throws IOException {
		try (Stream<Path> files = Files.list(TEMPLATES)) {
			for (Path file : files.filter((path) -> path.toString().endsWith(".yaml")).toList()) {
				Set<String> kinds = Files.readAllLines(file)
					.stream()
					.filter((line) -> line.startsWith("kind: "))
					.collect(Collectors.toSet());
				assertThat(kinds).as(file.toString()).hasSize(1);
			}
		}
	}

	@Test
	void holdsTheFoundationPoliciesByDefault() {
		List<GenericKubernetesResource> policies = RenderedChart.withDefaults().policies();
		assertThat(policies).filteredOn((policy) -> !guards(policy))
			.extracting((policy) -> policy.getMetadata().getName())
			.containsExactlyInAnyOrder("sekisho-change-author", "sekisho-change-author", "sekisho-change-immutable",
					"sekisho-change-immutable", "sekisho-review-identity", "sekisho-review-identity",
					"sekisho-review-approve", "sekisho-review-approve");
	}

	@Test
	void deniesWhatAPolicyRefusesAndWhatItCannotDecide() {
		RenderedChart chart = RenderedChart.withDefaults();
		assertThat(chart.ofKind("ValidatingAdmissionPolicy"))
			.allSatisfy((policy) -> assertThat(policy.<String>get("spec", "failurePolicy")).isEqualTo("Fail"));
		assertThat(chart.ofKind("ValidatingAdmissionPolicyBinding")).filteredOn((binding) -> !guards(binding))
			.allSatisfy((binding) -> assertThat(binding.<List<String>>get("spec", "validationActions"))
				.containsExactly("Deny"));
	}

	@Test
	void guardsTheWaysPastThePortalAndDeniesOnlyWhereANamespaceSaysSo() {
		RenderedChart chart = RenderedChart.with(RenderedChart.FOLDER.resolve("ci/sample-values.yaml"));
		assertThat(chart.ofKind("ValidatingAdmissionPolicy")).filteredOn(ChartTests::guards)
			.extracting((policy) -> policy.getMetadata().getName())
			.containsExactlyInAnyOrder("sekisho-guard-virtualservices", "sekisho-guard-gateways",
					"sekisho-guard-ingresses");
		assertThat(chart.ofKind("ValidatingAdmissionPolicyBinding")).filteredOn(ChartTests::guards)
			.hasSize(6)
			.allSatisfy((binding) -> assertThat(binding.<List<String>>get("spec", "validationActions"))
				.isEqualTo(labelled(binding) ? List.of("Deny") : List.of("Audit", "Warn")));
	}

	private static boolean labelled(GenericKubernetesResource binding) {
		return "In"
			.equals(binding.get("spec", "matchResources", "namespaceSelector", "matchExpressions", 0, "operator"));
	}

	private static boolean guards(GenericKubernetesResource object) {
		return object.getMetadata().getName().startsWith("sekisho-guard-");
	}

	@Test
	void hasNoIngressByDefault() {
		assertThat(RenderedChart.withDefaults().ofKind("Ingress", "NetworkPolicy")).isEmpty();
	}

	@Test
	void refusesAnIngressWithoutItsOwnHost() {
		assertThatThrownBy(() -> RenderedChart.with(Map.of("ingress.enabled", "true"))).hasMessageContaining("host");
		assertThatThrownBy(() -> RenderedChart.with(Map.of("ingress.enabled", "true", "ingress.host", "*")))
			.hasMessageContaining("host");
	}

	@Test
	void impersonatesNobodyByDefaultAndOtherwiseOnlyWhoIsNamed() {
		assertThat(impersonating(RenderedChart.withDefaults())).isEmpty();
		assertThat(impersonating(RenderedChart.with(RenderedChart.FOLDER.resolve("ci/everything-values.yaml"))))
			.hasSize(3)
			.allSatisfy((rule) -> assertThat(list(rule, "resourceNames")).isNotEmpty()
				.noneMatch((name) -> name.toString().startsWith("system:")))
			.extracting((rule) -> list(rule, "resources").get(0))
			.hasToString("[users, groups, serviceaccounts]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "users", "groups" })
	void refusesToImpersonateAnythingOfTheSystem(String list) {
		assertThatThrownBy(() -> RenderedChart.with(Map.of("access.audience", "sekisho",
				"access.impersonation.users[1]", "alice", "access.impersonation." + list + "[0]", "system:masters")))
			.hasMessageContaining("access.impersonation." + list + ".0: Must not validate the schema");
	}

	@Test
	void refusesAnAudienceWithNobodyAndSomebodyWithoutAnAudience() {
		assertThatThrownBy(() -> RenderedChart.with(Map.of("access.audience", "sekisho")))
			.hasMessageContaining("impersonation");
		assertThatThrownBy(() -> RenderedChart.with(Map.of("access.impersonation.users[0]", "alice")))
			.hasMessageContaining("access.impersonation.users");
	}

	private static List<Map<String, Object>> impersonating(RenderedChart chart) {
		return chart.ofKind("ClusterRole", "Role")
			.stream()
			.flatMap((role) -> role.<List<Map<String, Object>>>get("rules").stream())
			.filter((rule) -> list(rule, "verbs").contains("impersonate"))
			.toList();
	}

	@Test
	void refusesUnknownValues() {
		assertThatThrownBy(() -> RenderedChart.with(Map.of("replicas", "2"))).hasMessageContaining("replicas");
	}

	@Test
	void runsThePortalWithoutPrivileges() {
		GenericKubernetesResource deployment = RenderedChart.withDefaults().ofKind("Deployment").get(0);
		Map<String, Object> pod = deployment.get("spec", "template", "spec");
		assertThat(pod).extractingByKey("securityContext").asInstanceOf(MAP).containsEntry("runAsNonRoot", true);
		Map<String, Object> container = deployment.get("spec", "template", "spec", "containers", 0, "securityContext");
		assertThat(container).containsEntry("readOnlyRootFilesystem", true)
			.containsEntry("allowPrivilegeEscalation", false)
			.containsEntry("capabilities", Map.of("drop", List.of("ALL")));
	}

	@Test
	void letsThePortalFollowEveryKindItKnows() throws IllegalAccessException {
		List<Map<String, Object>> rules = RenderedChart.withDefaults()
			.ofKind("ClusterRole")
			.stream()
			.filter((role) -> role.getMetadata().getName().equals("sekisho-portal"))
			.findFirst()
			.orElseThrow()
			.get("rules");
		Set<ResourceKind> readOneByOne = Set.of(ResourceKind.LEASE, ResourceKind.CONFIG_MAP);
		for (Field field : ResourceKind.class.getFields()) {
			if (field.get(null) instanceof ResourceKind kind && !readOneByOne.contains(kind)) {
				assertThat(rules).as(kind.plural())
					.anyMatch((rule) -> list(rule, "apiGroups").contains(kind.group())
							&& list(rule, "resources").contains(kind.plural())
							&& list(rule, "verbs").containsAll(List.of("get", "list", "watch")));
			}
		}
	}

	private static List<?> list(Map<String, Object> rule, String field) {
		return (rule.get(field) instanceof List<?> list) ? list : List.of();
	}

	@ParameterizedTest
	@MethodSource("valuesForCi")
	void namesEveryObjectAndItsOrigin(Path values) {
		assertThat(RenderedChart.with(values).objects()).isNotEmpty().allSatisfy((object) -> {
			assertThat(object.getMetadata().getName()).isNotBlank();
			assertThat(object.getMetadata().getLabels()).containsEntry("app.kubernetes.io/part-of", "sekisho")
				.containsEntry("app.kubernetes.io/managed-by", "Helm");
		});
	}

	static Stream<Path> valuesForCi() throws IOException {
		try (Stream<Path> files = Files.list(RenderedChart.FOLDER.resolve("ci"))) {
			return files.sorted().toList().stream();
		}
	}

}
