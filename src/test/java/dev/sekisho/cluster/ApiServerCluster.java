package dev.sekisho.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;

import dev.sekisho.testing.ChartCluster;
import dev.sekisho.testing.RenderedChart;

/**
 * The real API server with the chart and the two teams of the sandbox, and the portal's
 * connection to it. What it has of the teams is made anew at each start; the API server
 * itself is shared by the tests of one process.
 */
public final class ApiServerCluster implements StoryCluster {

	private static final Path SEED = Path.of("src", "main", "resources", "dev", "sekisho", "sandbox", "seed");

	private static final Set<String> TEAMS = Set.of("orders", "payments");

	private static final Map<String, String> CONTEXTS = Map.of("carol", "sre-carol", "dan", "sre-dan");

	private final ChartCluster chart;

	private final Attachment attachment;

	private final ConnectedCluster cluster;

	private ApiServerCluster(ChartCluster chart) {
		this.chart = chart;
		this.attachment = attachment(chart);
		this.cluster = TestConnections.open(this.attachment, TestConnections.properties());
	}

	/**
	 * Finds or starts the API server; skips the test, with the reason, where there is
	 * none.
	 * @return the cluster
	 */
	public static ApiServerCluster start() {
		return new ApiServerCluster(ChartCluster.shared());
	}

	/**
	 * Puts the teams' part of the cluster back to what the sandbox begins with.
	 */
	public void reset() {
		Stream.of("istio-ingress", "orders", "payments").forEach(this.chart::namespace);
		deleteAll(ResourceKind.ROUTE_CHANGE, (object) -> TEAMS.contains(object.getMetadata().getNamespace()));
		deleteAll(ResourceKind.VIRTUAL_SERVICE, (object) -> true);
		deleteAll(ResourceKind.SHARED_GATEWAY, (object) -> true);
		seed("ingress-gateway.yaml", "Gateway").forEach(this.chart::apply);
		seed("sekisho.yaml", "SharedGateway", "RoleBinding").forEach(this.chart::apply);
		for (String team : TEAMS) {
			seed(team + ".yaml", "Service").forEach(this.chart::apply);
			seed(team + ".yaml", "VirtualService")
				.forEach((object) -> as("admin").create(ResourceKind.VIRTUAL_SERVICE, object, WriteOptions.STORE));
		}
	}

	@Override
	public Cluster cluster() {
		return this.cluster;
	}

	@Override
	public Cluster connect() {
		return TestConnections.open(this.attachment, TestConnections.properties());
	}

	@Override
	public String token(String name) {
		return token(this.chart, name);
	}

	@Override
	public void awaitPolicies() {
		this.chart.awaitPolicies();
	}

	@Override
	public void close() {
		this.cluster.close();
	}

	static String token(ChartCluster chart, String name) {
		return chart.config(CONTEXTS.getOrDefault(name, name)).getAutoOAuthToken();
	}

	static Attachment attachment(ChartCluster chart) {
		Config admin = chart.config("admin");
		Config bare = new ConfigBuilder(Config.empty()).withMasterUrl(admin.getMasterUrl())
			.withCaCertData(admin.getCaCertData())
			.withCaCertFile(admin.getCaCertFile())
			.build();
		return TestConnections.withToken(TestConnections.fixed(bare), chart.portalToken());
	}

	private void deleteAll(ResourceKind kind, Predicate<GenericKubernetesResource> which) {
		as("admin").list(kind, "")
			.stream()
			.filter(which)
			.forEach((object) -> as("admin").delete(kind, key(object), object.getMetadata().getUid(), null,
					WriteOptions.STORE));
	}

	private static ObjectKey key(GenericKubernetesResource object) {
		String namespace = object.getMetadata().getNamespace();
		return new ObjectKey((namespace != null) ? namespace : "", object.getMetadata().getName());
	}

	@SuppressWarnings("unchecked")
	private static List<GenericKubernetesResource> seed(String file, String... kinds) {
		try {
			List<GenericKubernetesResource> objects = RenderedChart.parse(Files.readString(SEED.resolve(file)))
				.stream()
				.filter((object) -> List.of(kinds).contains(object.getKind()))
				.filter((object) -> !"RoleBinding".equals(object.getKind())
						|| TEAMS.contains(object.getMetadata().getNamespace()))
				.toList();
			for (GenericKubernetesResource object : objects) {
				object.getMetadata().setCreationTimestamp(null);
				if (object.get("spec") instanceof Map<?, ?> spec) {
					((Map<String, Object>) spec).keySet().removeAll(Set.of("clusterIP", "clusterIPs"));
				}
			}
			return objects;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
