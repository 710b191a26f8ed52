package dev.sekisho.endtoend;

import dev.sekisho.testing.ChartCluster;
import dev.sekisho.testing.RenderedChart;

/**
 * What the tests of faults have in the cluster beside the chart: the Gateway, and for a
 * team a Service and a VirtualService for what the team has claimed.
 */
final class FaultWorld {

	private FaultWorld() {
	}

	/**
	 * Puts it into the cluster.
	 * @param cluster the cluster
	 * @param team the namespace, and the name of the Service in it
	 * @param name the name of the VirtualService
	 */
	static void install(ChartCluster cluster, String team, String name) {
		cluster.namespace("istio-ingress");
		cluster.namespace(team);
		RenderedChart.parse("""
				apiVersion: networking.istio.io/v1
				kind: Gateway
				metadata: {name: sample-gateway, namespace: istio-ingress}
				spec:
				  selector: {istio: ingressgateway}
				  servers: [{hosts: ["*"], port: {number: 80, name: http, protocol: HTTP}}]
				---
				apiVersion: v1
				kind: Service
				metadata: {name: %1$s, namespace: %1$s}
				spec: {selector: {app: %1$s}, ports: [{name: http, port: 80, targetPort: 8080}]}
				---
				apiVersion: networking.istio.io/v1
				kind: VirtualService
				metadata: {name: %2$s, namespace: %1$s}
				spec:
				  hosts: ["*"]
				  gateways: [istio-ingress/sample-gateway]
				  http:
				  - match: [{uri: {exact: /api/v1/%1$s}}, {uri: {prefix: /api/v1/%1$s/}}]
				    timeout: 99s
				    route: [{destination: {host: %1$s.%1$s.svc.cluster.local, port: {number: 80}}}]
				""".formatted(team, name)).forEach(cluster::apply);
	}

	/**
	 * A VirtualService that a team may propose.
	 * @param team the namespace, and the name of the Service in it
	 * @param name the name, and the last part of its path
	 * @return its manifest
	 */
	static String manifest(String team, String name) {
		return """
				apiVersion: networking.istio.io/v1
				kind: VirtualService
				metadata: {name: %2$s, namespace: %1$s}
				spec:
				  hosts: ["*"]
				  gateways: [istio-ingress/sample-gateway]
				  http:
				  - match: [{uri: {exact: /api/v1/%1$s/%2$s}}]
				    route: [{destination: {host: %1$s.%1$s.svc.cluster.local, port: {number: 80}}}]
				""".formatted(team, name);
	}

}
