package dev.sekisho.endtoend;

import java.util.Map;

import io.fabric8.kubernetes.client.utils.Serialization;

/**
 * The values that istiod accepts and for which Envoy refuses the whole route table, a
 * class each; found by trying on istiod and Envoy.
 */
enum Poison {

	REDIRECT_CODE("SKS2001", "redirect: {uri: /x, redirectCode: 306}"),

	DIRECT_STATUS("SKS2002", "directResponse: {status: 600}"),

	ABORT_STATUS("SKS2002", "fault: {abort: {httpStatus: 600, percentage: {value: 1}}}\n%s"),

	QUERY_NAME("SKS2003", "match: [{uri: {exact: /api/v1/service-b/q}, queryParams: {\"\": {exact: a}}}]\n%s"),

	WEIGHTS("SKS2004", """
			route:
			- {destination: {host: service-b, port: {number: 80}}, weight: 2147483647}
			- {destination: {host: service-b, port: {number: 80}}, weight: 2147483647}
			- {destination: {host: service-b, port: {number: 80}}, weight: 3}"""),

	CONTROL_CHARACTER("SKS2005", "rewrite: {uri: \"/x\\ny\"}\n%s"),

	HEADER_NAME("SKS2006", "headers: {request: {set: {\"x-a\\nb\": c}}}\n%s"),

	HEADER_LENGTH("SKS2007", "headers: {request: {set: {x-a: " + "v".repeat(20_000) + "}}}\n%s"),

	HEADER_COMMAND("SKS2008", "headers: {response: {set: {x-a: \"%%DOWNSTREAM_REMOTE_ADDRES%%\"}}}\n%s"),

	REGEX("SKS2009", "match: [{uri: {regex: \"/api/v1/service-b/\\\\p{Letter}\"}}]\n%s"),

	REGEX_SIZE("SKS2010", "match: [{uri: {regex: \"/api/v1/service-b/(?:" + "a".repeat(40) + "){1000}\"}}]\n%s"),

	SEGMENT_PREFIX("SKS2011", "match: [{uri: {prefix: \"//\"}}]\n%s");

	private static final String ROUTE = "route: [{destination: {host: service-b.service-b.svc.cluster.local, "
			+ "port: {number: 80}}}]";

	private final String code;

	private final String entry;

	Poison(String code, String entry) {
		this.code = code;
		this.entry = entry;
	}

	/** The code of the check that finds it. */
	String code() {
		return this.code;
	}

	/** Its name for objects. */
	String label() {
		return "poison-" + ordinal();
	}

	/** A VirtualService of the team service-b with it. */
	Map<String, Object> manifest() {
		String http = this.entry.formatted(ROUTE);
		String match = http.contains("match:") ? ""
				: "match: [{uri: {exact: /api/v1/service-b/%s}}]%n".formatted(label());
		String annotations = (this == SEGMENT_PREFIX) ? ", annotations: {internal.istio.io/route-semantics: gateway}"
				: "";
		@SuppressWarnings("unchecked")
		Map<String, Object> manifest = Serialization.unmarshal("""
				apiVersion: networking.istio.io/v1
				kind: VirtualService
				metadata: {name: %s, namespace: service-b%s}
				spec:
				  hosts: ["*"]
				  gateways: [istio-ingress/sample-gateway]
				  http:
				  -
				""".formatted(label(), annotations) + (match + http).indent(4), Map.class);
		return manifest;
	}

}
