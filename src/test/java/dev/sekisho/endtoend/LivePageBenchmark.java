package dev.sekisho.endtoend;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.microsoft.playwright.Page;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import org.junit.jupiter.api.Test;

import dev.sekisho.testing.ChartCluster;
import dev.sekisho.testing.PortalProcess;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Measures how long it takes from a change in a real cluster to the open page of a chain
 * in a browser. Not part of the build; prints its figures:
 * {@code ./mvnw -Dtest=LivePageBenchmark test}, with
 * {@code -Dsekisho.benchmark.routes=100} for a quick one.
 */
class LivePageBenchmark {

	private static final int ROUNDS = 100;

	private static final Path FOLDER = Path.of("target", "live-page");

	private static final String VIRTUAL_SERVICE = """
			apiVersion: networking.istio.io/v1
			kind: VirtualService
			metadata: {name: route-%1$d, namespace: service-a}
			spec:
			  hosts: ["*"]
			  gateways: [istio-ingress/sample-gateway]
			  http:
			  - match: [{uri: {prefix: /api/v1/service-a/%1$d/}}]
			    route: [{destination: {host: service-a.service-a.svc.cluster.local, port: {number: 80}}}]
			""";

	private final ChartCluster cluster = ChartCluster.shared();

	private final KubernetesClient admin = this.cluster.as("admin");

	@Test
	void measures() {
		this.cluster.namespace("istio-ingress");
		objects("""
				apiVersion: v1
				kind: Service
				metadata: {name: service-a, namespace: service-a}
				spec: {ports: [{port: 80, targetPort: 8080}]}
				---
				apiVersion: discovery.k8s.io/v1
				kind: EndpointSlice
				metadata: {name: service-a-x, namespace: service-a, labels: {kubernetes.io/service-name: service-a}}
				addressType: IPv4
				ports: [{port: 8080}]
				endpoints: [{addresses: [10.1.2.3], conditions: {ready: true}}]
				---
				apiVersion: v1
				kind: Service
				metadata: {name: istio-ingressgateway, namespace: istio-ingress}
				spec: {selector: {istio: ingressgateway}, ports: [{port: 80, targetPort: 8080}]}
				---
				apiVersion: v1
				kind: Pod
				metadata: {name: gateway, namespace: istio-ingress, labels: {istio: ingressgateway}}
				spec: {automountServiceAccountToken: false, containers: [{name: istio-proxy, image: proxy, ports: [{containerPort: 8080}]}]}
				---
				apiVersion: networking.istio.io/v1
				kind: Gateway
				metadata: {name: sample-gateway, namespace: istio-ingress}
				spec: {selector: {istio: ingressgateway}, servers: [{hosts: ["*"], port: {name: http, number: 80, protocol: HTTP}}]}
				""");
		try (Browser browser = Browser.start();
				PortalProcess portal = PortalProcess.start(FOLDER.resolve("portal.log"), Map.of(),
						"sekisho.cluster.mode=kubeconfig", "sekisho.cluster.context=admin",
						"sekisho.cluster.kubeconfig="
								+ Path.of("target", "kube-chart", "kubeconfig").toAbsolutePath())) {
			int from = 0;
			for (String routes : System.getProperty("sekisho.benchmark.routes", "100,5000").split(",")) {
				measure(browser, portal, from, Integer.parseInt(routes));
				from = Integer.parseInt(routes);
			}
		}
	}

	private void measure(Browser browser, PortalProcess portal, int from, int routes) {
		IntStream.range(from, routes).parallel().forEach((number) -> objects(VIRTUAL_SERVICE.formatted(number)));
		Page page = browser.window("en", true);
		page.navigate(portal.address() + "/chains/service-a/route-7");
		// Without connection to the stream nothing would be measured.
		page.waitForSelector(".sk-live[data-state=live]");
		page.waitForSelector("#chain-live li:nth-child(5)[data-state=healthy]");
		report("EndpointSlice", routes, page, 7, List.of("""
				{"endpoints": [{"addresses": ["10.1.2.3"], "conditions": {"ready": false}}]}""", """
				{"endpoints": [{"addresses": ["10.1.2.3"], "conditions": {"ready": true}}]}"""),
				this.admin.genericKubernetesResources("discovery.k8s.io/v1", "EndpointSlice")
					.inNamespace("service-a")
					.withName("service-a-x")::patch);
		report("VirtualService", routes, page, 5,
				List.of("{\"spec\": {\"gateways\": [\"mesh\"]}}",
						"{\"spec\": {\"gateways\": [\"istio-ingress/sample-gateway\"]}}"),
				this.admin.genericKubernetesResources("networking.istio.io/v1", "VirtualService")
					.inNamespace("service-a")
					.withName("route-7")::patch);
		page.close();
	}

	private static void report(String changed, int routes, Page page, int hop, List<String> patches, Patching object) {
		List<Long> millis = new ArrayList<>();
		for (int round = 0; round < ROUNDS; round++) {
			String state = (round % 2 == 0) ? "down" : "healthy";
			object.patch(PatchContext.of(PatchType.JSON_MERGE), patches.get(round % 2));
			long written = System.nanoTime();
			page.waitForSelector("#chain-live li:nth-child(%d)[data-state=%s]".formatted(hop, state));
			millis.add((System.nanoTime() - written) / 1_000_000);
		}
		long[] sorted = millis.stream().mapToLong(Long::longValue).sorted().toArray();
		System.out.printf("%,6d routes, %-14s -> page: p50 %d ms, p90 %d ms, p99 %d ms (%d changes)%n", routes, changed,
				sorted[ROUNDS / 2], sorted[ROUNDS * 9 / 10], sorted[ROUNDS * 99 / 100], ROUNDS);
		assertThat(Arrays.stream(sorted).max()).isPresent();
	}

	private void objects(String yaml) {
		for (String document : yaml.split("---\n")) {
			this.admin.resource((HasMetadata) Serialization.unmarshal(document, GenericKubernetesResource.class))
				.create();
		}
	}

	private interface Patching {

		GenericKubernetesResource patch(PatchContext context, String patch);

	}

}
