package dev.sekisho.testing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenRequest;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.Resource;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * A real API server on which the chart is installed with {@code ci/sample-values.yaml}:
 * alice is an author in service-a, bob in service-b, the group sre reviews. Shared by the
 * tests of one process.
 */
public final class ChartCluster {

	/** The namespace in which alice is an author. */
	public static final String TEAM = "service-a";

	private static final Path VALUES = RenderedChart.FOLDER.resolve("ci/sample-values.yaml");

	private static @Nullable ChartCluster shared;

	private final Map<String, KubernetesClient> clients = new ConcurrentHashMap<>();

	private final Path kubeconfig;

	private ChartCluster(Path kubeconfig) {
		this.kubeconfig = kubeconfig;
	}

	/**
	 * Returns the cluster, started at the first call and stopped with this process.
	 * @return the cluster
	 */
	public static synchronized ChartCluster shared() {
		ChartCluster cluster = shared;
		if (cluster == null) {
			cluster = new ChartCluster(RealApiServer.start(Path.of("target", "kube-chart")));
			cluster.install();
			shared = cluster;
		}
		return cluster;
	}

	/**
	 * Starts a cluster of one's own, whose API server has further flags.
	 * @param folder where its files go
	 * @param flags the flags
	 * @return the cluster
	 */
	public static ChartCluster start(Path folder, List<String> flags) {
		ChartCluster cluster = new ChartCluster(RealApiServer.start(folder, flags));
		cluster.install();
		return cluster;
	}

	/**
	 * Returns a client of one of the users: admin, alice, bob, sre-carol, sre-dan.
	 * @param user the user's name
	 * @return the client
	 */
	public KubernetesClient as(String user) {
		return this.clients.computeIfAbsent(user, (name) -> client(config(name)));
	}

	/**
	 * Returns a client of the portal's own service account.
	 * @return the client
	 */
	public KubernetesClient asPortal() {
		return this.clients.computeIfAbsent(RenderedChart.PORTAL,
				(name) -> client(new ConfigBuilder(config("admin")).withAutoOAuthToken(portalToken()).build()));
	}

	/**
	 * Returns a token of the portal's own service account.
	 * @return the token
	 */
	public String portalToken() {
		TokenRequest request = as("admin").serviceAccounts()
			.inNamespace(RenderedChart.NAMESPACE)
			.withName(RenderedChart.RELEASE)
			.tokenRequest(new TokenRequestBuilder().withNewSpec().endSpec().build());
		return request.getStatus().getToken();
	}

	/**
	 * Makes a namespace unless it exists.
	 * @param name the name
	 */
	public void namespace(String name) {
		apply(new NamespaceBuilder().withNewMetadata().withName(name).endMetadata().build());
	}

	/**
	 * Applies an object as the cluster's administrator.
	 * @param object the object
	 */
	public void apply(HasMetadata object) {
		as("admin").resource(object).forceConflicts().serverSideApply();
	}

	/**
	 * Creates a change in alice's namespace and in her name.
	 * @return the change as stored
	 */
	public GenericKubernetesResource changeOfAlice() {
		return resource(as("alice"), Manifests.change("alice")).create();
	}

	/**
	 * Addresses a namespaced object in alice's namespace, or one of the cluster.
	 * @param client who asks
	 * @param object the object
	 * @return the operations on it
	 */
	public static Resource<GenericKubernetesResource> resource(KubernetesClient client,
			GenericKubernetesResource object) {
		var operations = client.genericKubernetesResources(object.getApiVersion(), object.getKind());
		return "SharedGateway".equals(object.getKind()) ? operations.resource(object)
				: operations.inNamespace(TEAM).resource(object);
	}

	private void install() {
		Stream.of(RenderedChart.NAMESPACE, TEAM, "service-b").forEach(this::namespace);
		RenderedChart.customResourceDefinitions().forEach(this::apply);
		await().atMost(Duration.ofSeconds(30))
			.ignoreExceptions()
			.until(() -> Stream.of("RouteChange", "RouteReview", "SharedGateway")
				.allMatch((kind) -> as("admin").genericKubernetesResources("sekisho.dev/v1alpha1", kind)
					.list()
					.getItems() != null));
		RenderedChart.with(VALUES).objects().forEach(this::apply);
		awaitPolicies();
	}

	/**
	 * Waits until the admission policies deny: a new one takes a moment.
	 */
	public void awaitPolicies() {
		await().atMost(Duration.ofSeconds(30))
			.pollInterval(200, TimeUnit.MILLISECONDS)
			.untilAsserted(this::policiesBite);
	}

	private void policiesBite() {
		GenericKubernetesResource change = Manifests.change("nobody");
		assertThatThrownBy(() -> resource(as("admin"), change).dryRun().create())
			.hasMessageContaining("sekisho-change-author");
		change.getMetadata().setUid("probe");
		assertThatThrownBy(() -> resource(as("admin"), Manifests.review(change, "Approved", "bob")).dryRun().create())
			.hasMessageContaining("sekisho-review-identity");
		assertThatThrownBy(() -> resource(as("alice"), Manifests.review(change, "Approved", "alice")).dryRun().create())
			.hasMessageContaining("sekisho-review-approve");
	}

	/**
	 * Returns how one of the users reaches the cluster.
	 * @param user the user's name
	 * @return address, trust and token
	 */
	public Config config(String user) {
		return Config.fromKubeconfig(user, this.kubeconfig.toFile());
	}

	private static KubernetesClient client(Config config) {
		config.setRequestRetryBackoffLimit(0);
		return new KubernetesClientBuilder().withConfig(config).build();
	}

}
