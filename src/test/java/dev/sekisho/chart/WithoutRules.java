package dev.sekisho.chart;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClientException;

import dev.sekisho.testing.ChartCluster;
import dev.sekisho.testing.Manifests;
import dev.sekisho.testing.RenderedChart;

import static org.awaitility.Awaitility.await;

/**
 * Takes the CEL rules out of a custom resource definition for a while, so that what they
 * would refuse first reaches the policies.
 */
final class WithoutRules {

	private static final String RULES = "x-kubernetes-validations";

	private final ChartCluster cluster;

	private final GenericKubernetesResource definition;

	private final Supplier<GenericKubernetesResource> broken;

	private WithoutRules(ChartCluster cluster, String definition, Supplier<GenericKubernetesResource> broken) {
		this.cluster = cluster;
		this.definition = find(definition);
		this.broken = broken;
	}

	/**
	 * Runs something without the rules of RouteChange.
	 * @param cluster the cluster
	 * @param action what to run
	 */
	static void ofChanges(ChartCluster cluster, Runnable action) {
		new WithoutRules(cluster, "routechanges.sekisho.dev",
				() -> Manifests.set(Manifests.change("admin"), false, "spec", "baseline", "absent"))
			.run(action);
	}

	/**
	 * Runs something without the rules of RouteReview.
	 * @param cluster the cluster
	 * @param action what to run
	 */
	static void ofReviews(ChartCluster cluster, Runnable action) {
		GenericKubernetesResource change = cluster.changeOfAlice();
		new WithoutRules(cluster, "routereviews.sekisho.dev",
				() -> Manifests.drop(Manifests.review(change, "Rejected", "admin"), "spec", "reason"))
			.run(action);
	}

	private void run(Runnable action) {
		GenericKubernetesResource weak = find(this.definition.getMetadata().getName());
		strip(weak.getAdditionalProperties());
		this.cluster.apply(weak);
		try {
			await().atMost(Duration.ofSeconds(30)).until(this::accepted);
			action.run();
		}
		finally {
			this.cluster.apply(this.definition);
			await().atMost(Duration.ofSeconds(30)).until(() -> !accepted());
		}
	}

	private boolean accepted() {
		try {
			ChartCluster.resource(this.cluster.as("admin"), this.broken.get()).dryRun().create();
			return true;
		}
		catch (KubernetesClientException ex) {
			return false;
		}
	}

	private static GenericKubernetesResource find(String name) {
		return RenderedChart.customResourceDefinitions()
			.stream()
			.filter((definition) -> definition.getMetadata().getName().equals(name))
			.findFirst()
			.orElseThrow();
	}

	private static void strip(Object node) {
		if (node instanceof Map<?, ?> map) {
			map.remove(RULES);
			map.values().forEach(WithoutRules::strip);
		}
		else if (node instanceof Collection<?> list) {
			list.forEach(WithoutRules::strip);
		}
	}

}
