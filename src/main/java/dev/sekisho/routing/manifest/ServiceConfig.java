package dev.sekisho.routing.manifest;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.GatewayPods;

/**
 * A host that istiod has clusters for: of a Service or of a ServiceEntry.
 *
 * @param host its host name
 * @param metadata metadata of the object it comes from
 * @param kubernetes whether that's a Service
 * @param ports its ports, without those for UDP
 * @param exportTo the namespaces that see it; empty for all
 * @param externalName the host it's an alias of, or empty
 * @param selector the labels of its pods
 */
public record ServiceConfig(String host, Metadata metadata, boolean kubernetes, List<Port> ports, Set<String> exportTo,
		String externalName, Map<String, String> selector) {

	private static final String EXPORT_TO = "networking.istio.io/exportTo";

	private static final String NO_TRANSLATION = "experimental.istio.io/disable-gateway-port-translation";

	static ServiceConfig ofService(Fields object, String clusterDomain) {
		Metadata metadata = Metadata.of(object);
		Fields spec = object.object("spec");
		String external = "ExternalName".equals(spec.text("type")) ? spec.text("externalName") : "";
		return new ServiceConfig(metadata.name().name() + "." + metadata.name().namespace() + ".svc." + clusterDomain,
				metadata, true, ports(spec, "port"), exportTo(metadata.annotations().get(EXPORT_TO)), external,
				spec.textsByKey("selector"));
	}

	static List<ServiceConfig> ofServiceEntry(Fields object) {
		Metadata metadata = Metadata.of(object);
		Fields spec = object.object("spec");
		List<ServiceConfig> services = new ArrayList<>();
		for (String host : spec.texts("hosts")) {
			services.add(new ServiceConfig(host, metadata, false, ports(spec, "number"),
					new LinkedHashSet<>(spec.texts("exportTo")), "", Map.of()));
		}
		return services;
	}

	String namespace() {
		return this.metadata.name().namespace();
	}

	boolean isVisibleTo(String namespace) {
		return this.exportTo.isEmpty() || this.exportTo.contains("*") || this.exportTo.contains(namespace)
				|| (this.exportTo.contains(".") && namespace.equals(namespace()));
	}

	boolean hasPort(int number) {
		return this.ports.stream().anyMatch((port) -> port.number() == number);
	}

	/**
	 * The port the pods listen on for a port a Gateway declares.
	 * @param declared the declared port
	 * @param pods the gateway pods
	 * @return the target port; {@code null} if this Service doesn't translate it
	 */
	@Nullable Integer targetPort(int declared, GatewayPods pods) {
		if (!namespace().equals(pods.namespace()) || this.selector.isEmpty()
				|| !pods.labels().entrySet().containsAll(this.selector.entrySet())
				|| this.metadata.labels().containsKey(NO_TRANSLATION)) {
			return null;
		}
		return this.ports.stream()
			.filter((port) -> port.number() == declared)
			.map(Port::target)
			.findFirst()
			.orElse(null);
	}

	private static List<Port> ports(Fields spec, String numberField) {
		List<Port> ports = new ArrayList<>();
		for (Fields port : spec.objects("ports")) {
			int number = (int) port.number(numberField);
			if (!"UDP".equalsIgnoreCase(port.text("protocol"))) {
				int target = (port.raw("targetPort") instanceof Number value) ? value.intValue() : 0;
				ports.add(new Port(number, (target != 0) ? target : number));
			}
		}
		return ports;
	}

	private static Set<String> exportTo(@Nullable String annotation) {
		Set<String> namespaces = new LinkedHashSet<>();
		if (annotation != null && !annotation.isBlank()) {
			for (String namespace : annotation.split(",")) {
				namespaces.add(namespace.strip());
			}
		}
		return namespaces;
	}

	/**
	 * A port.
	 *
	 * @param number its number
	 * @param target the port of the pods
	 */
	record Port(int number, int target) {

	}

}
