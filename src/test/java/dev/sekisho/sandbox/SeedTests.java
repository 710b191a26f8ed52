package dev.sekisho.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import org.junit.jupiter.api.Test;

import dev.sekisho.testing.RenderedChart;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The sandbox has what the chart installs.
 */
class SeedTests {

	private static final Path VALUES = Path.of("src", "test", "resources", "sandbox", "chart-values.yaml");

	private static final Path COPY = Path.of("src", "main", "resources", "dev", "sekisho", "sandbox", "seed",
			"sekisho.yaml");

	/** To render the copy anew after a change to the chart, set the property. */
	@Test
	void theSandboxHasThePoliciesAndRightsOfTheChart() throws IOException {
		String rendered = "# Rendered from the Helm chart by SeedTests (-Dsekisho.sandbox.render=true); not to be edited.\n"
				+ RenderedChart.with(VALUES)
					.ofKind("ServiceAccount", "ClusterRole", "ClusterRoleBinding", "Role", "RoleBinding",
							"ValidatingAdmissionPolicy", "ValidatingAdmissionPolicyBinding", "SharedGateway")
					.stream()
					.map(SeedTests::yaml)
					.collect(Collectors.joining());
		if (Boolean.getBoolean("sekisho.sandbox.render")) {
			Files.writeString(COPY, rendered);
		}
		assertThat(COPY).content().isEqualTo(rendered);
	}

	private static String yaml(GenericKubernetesResource object) {
		object.getMetadata().setCreationTimestamp("2025-11-04T10:15:00Z");
		Map<String, String> labels = object.getMetadata().getLabels();
		labels.keySet().removeAll(List.of("helm.sh/chart", "app.kubernetes.io/version"));
		return Serialization.asYaml(object);
	}

}
