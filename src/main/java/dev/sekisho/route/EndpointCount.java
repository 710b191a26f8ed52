package dev.sekisho.route;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;

/**
 * How many endpoints an EndpointSlice holds.
 *
 * @param namespace its namespace
 * @param service the Service it belongs to; empty if it belongs to none
 * @param addressType {@code IPv4}, {@code IPv6} or {@code FQDN}
 * @param ready how many are ready; an endpoint that doesn't say is
 * @param total how many there are
 */
record EndpointCount(String namespace, String service, String addressType, int ready, int total) {

	private static final String SERVICE_LABEL = "kubernetes.io/service-name";

	static EndpointCount of(GenericKubernetesResource object) {
		JsonNode slice = RawManifest.tree(object);
		JsonNode endpoints = slice.path("endpoints");
		int ready = 0;
		for (JsonNode endpoint : endpoints) {
			if (endpoint.path("conditions").path("ready").asBoolean(true)) {
				ready++;
			}
		}
		return new EndpointCount(object.getMetadata().getNamespace(),
				slice.path("metadata").path("labels").path(SERVICE_LABEL).asText(""),
				slice.path("addressType").asText("IPv4"), ready, endpoints.size());
	}

}
