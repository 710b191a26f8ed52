package dev.sekisho.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.routing.Route;
import dev.sekisho.routing.table.RouteTable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A table brought up to date has to be the one that is built from scratch.
 */
class TableBuilderTests {

	private static final String EDGE = """
			apiVersion: networking.istio.io/v1
			kind: VirtualService
			metadata:
			  name: edge
			  namespace: payments
			  creationTimestamp: "2026-01-01T00:00:00Z"
			spec:
			  hosts: ["*"]
			  gateways: [istio-ingress/sample-gateway]
			  http:
			  - match: [{uri: {prefix: %s}}]
			    route: [{destination: {host: edge, port: {number: 8080}}}]
			""";

	private static final String SERVICE = """
			apiVersion: v1
			kind: Service
			metadata: {name: edge, namespace: payments}
			spec:
			  ports: [{port: 8080, name: http}]
			""";

	private final MemoryCluster cluster = MemoryCluster.seeded();

	private final ClusterObjects objects = ClusterObjects.watch(this.cluster);

	private final TableBuilder builder = builder();

	private Map<String, LiveTable> tables = Map.of();

	@BeforeEach
	void buildFirst() {
		this.tables = this.builder.build(this.tables);
	}

	@Test
	void keepsATableWhileNothingChanges() {
		assertThat(this.tables).isNotEmpty();
		assertThat(this.builder.build(this.tables)).isEqualTo(this.tables);
	}

	@Test
	void addsChangesAndRemovesAVirtualService() {
		int before = routes(this.tables).size();
		this.cluster.put(EDGE.formatted("/edge"));
		assertIsAsFromScratch();
		assertThat(routes(this.tables)).hasSizeGreaterThan(before).anyMatch((route) -> route.contains("value=/edge"));
		this.cluster.put(EDGE.formatted("/brink"));
		assertIsAsFromScratch();
		assertThat(routes(this.tables)).noneMatch((route) -> route.contains("value=/edge"))
			.anyMatch((route) -> route.contains("value=/brink"));
		this.cluster.remove("VirtualService", new ObjectKey("payments", "edge"));
		assertIsAsFromScratch();
		assertThat(routes(this.tables)).hasSize(before);
	}

	@Test
	void seesAServiceComeAndGo() {
		this.cluster.put(EDGE.formatted("/edge"));
		assertIsAsFromScratch();
		assertThat(routes(this.tables)).anyMatch((route) -> route.contains("exists=false"));
		this.cluster.put(SERVICE);
		assertIsAsFromScratch();
		assertThat(routes(this.tables)).noneMatch((route) -> route.contains("exists=false"));
		this.cluster.remove("Service", new ObjectKey("payments", "edge"));
		assertIsAsFromScratch();
	}

	@Test
	void gathersChangesOfDifferentKinds() {
		this.cluster.put(EDGE.formatted("/edge"));
		this.cluster.put(SERVICE);
		this.cluster.put(EDGE.formatted("/last"));
		assertIsAsFromScratch();
		assertThat(routes(this.tables)).anyMatch((route) -> route.contains("value=/last"));
	}

	@Test
	void sharesTheRoutesOfOtherVirtualServices() {
		List<Route> before = all(this.tables.values().iterator().next().table());
		this.cluster.put(EDGE.formatted("/edge"));
		this.tables = this.builder.build(this.tables);
		List<Route> after = all(this.tables.values().iterator().next().table());
		assertThat(before).isNotEmpty().allSatisfy((route) -> assertThat(after).anyMatch((other) -> other == route));
	}

	private void assertIsAsFromScratch() {
		this.tables = this.builder.build(this.tables);
		assertThat(routes(this.tables)).isEqualTo(routes(builder().build(Map.of())));
	}

	private TableBuilder builder() {
		return new TableBuilder(this.objects, new SharedGateways(this.objects), new GatewayWorkloads(this.objects),
				new MeshConfiguration(this.cluster));
	}

	private static List<String> routes(Map<String, LiveTable> tables) {
		return tables.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey())
			.flatMap((entry) -> all(entry.getValue().table()).stream().map((route) -> entry.getKey() + " " + route))
			.toList();
	}

	private static List<Route> all(RouteTable table) {
		List<Route> routes = new ArrayList<>();
		table.ports()
			.forEach((port) -> table.virtualHosts(port).forEach((virtualHost) -> routes.addAll(virtualHost.routes())));
		return routes;
	}

}
