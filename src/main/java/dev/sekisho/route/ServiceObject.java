package dev.sekisho.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;

/**
 * A Service, as the routing engine reads it and as a destination.
 *
 * @param raw the manifest
 * @param type its type
 * @param ports its ports
 */
record ServiceObject(Map<String, Object> raw, String type, List<ServiceEntryPoint.Port> ports) {

	static ServiceObject of(GenericKubernetesResource object) {
		JsonNode spec = RawManifest.tree(object).path("spec");
		List<ServiceEntryPoint.Port> ports = new ArrayList<>();
		for (JsonNode port : spec.path("ports")) {
			ports.add(new ServiceEntryPoint.Port(port.path("port").asInt(0), port.path("name").asText("")));
		}
		return new ServiceObject(RawManifest.of(object), spec.path("type").asText("ClusterIP"), List.copyOf(ports));
	}

}
