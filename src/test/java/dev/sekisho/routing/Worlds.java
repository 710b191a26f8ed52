package dev.sekisho.routing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

import dev.sekisho.routing.table.RoutingWorld;

/**
 * Makes worlds of manifests. The pods are those of an ingress gateway in
 * {@code istio-ingress}, and there's the Gateway {@code istio-ingress/shared} on port 80
 * for all hosts.
 */
@SuppressWarnings("unchecked")
final class Worlds {

	static final GatewayPods PODS = new GatewayPods("istio-ingress", Map.of("istio", "ingressgateway"));

	static final String SHARED = """
			apiVersion: networking.istio.io/v1
			kind: Gateway
			metadata: {namespace: istio-ingress, name: shared, creationTimestamp: "2024-01-01T00:00:00Z"}
			spec:
			  selector: {istio: ingressgateway}
			  servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*"]}]
			""";

	private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

	private Worlds() {
	}

	static RoutingWorld of(String... manifests) {
		return of(MeshSettings.DEFAULTS, manifests);
	}

	static RoutingWorld of(MeshSettings mesh, String... manifests) {
		List<Map<String, ?>> objects = new ArrayList<>();
		objects.add(manifest(SHARED));
		for (String manifest : manifests) {
			objects.add(manifest(manifest));
		}
		return RoutingWorld.of(PODS, mesh, objects);
	}

	static Map<String, ?> manifest(String yaml) {
		try {
			return YAML.readValue(yaml, Map.class);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A VirtualService on the shared Gateway.
	 * @param name namespace and name
	 * @param day the day in 2024 it was created
	 * @param hosts its hosts, comma separated
	 * @param http the items of {@code spec.http} as flow YAML, without brackets
	 * @return the manifest
	 */
	static String virtualService(String name, int day, String hosts, String http) {
		String[] parts = name.split("/");
		return """
				apiVersion: networking.istio.io/v1
				kind: VirtualService
				metadata: {namespace: %s, name: %s, creationTimestamp: "2024-02-%02dT00:00:00Z"}
				spec:
				  hosts: [%s]
				  gateways: [istio-ingress/shared]
				  http: [%s]
				""".formatted(parts[0], parts[1], day, hosts, http);
	}

	/**
	 * An entry of {@code spec.http} that sends a match to a destination.
	 * @param match a match block as flow YAML, without braces
	 * @param destination a host
	 * @return the entry
	 */
	static String route(String match, String destination) {
		return "{match: [{" + match + "}], route: [{destination: {host: " + destination + ", port: {number: 80}}}]}";
	}

	static HttpRequest get(String host, String target, String... headers) {
		List<HttpRequest.Header> lines = new ArrayList<>();
		for (String header : headers) {
			String[] parts = header.split(": ?", 2);
			lines.add(new HttpRequest.Header(parts[0], parts[1]));
		}
		return new HttpRequest(80, "GET", host, target, lines);
	}

}
