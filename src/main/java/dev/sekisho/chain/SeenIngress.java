package dev.sekisho.chain;

import java.util.List;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;

import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.route.AlbIngress;

/**
 * An Ingress, as far as a chain depends on it.
 *
 * @param key its key
 * @param ingressClass its class, by field or by the older annotation; may be empty
 * @param alb how its ALB is to be built
 * @param backends the Services it sends to, in order
 * @param hostname the load balancer's name in DNS; empty until there is one
 * @param member the Ingress as a member of its group
 * @param tlsHosts the hosts of its TLS entries and rules, by which certificates are
 * looked for where none is named
 */
record SeenIngress(ObjectKey key, String ingressClass, AlbSettings alb, List<Backend> backends, String hostname,
		AlbIngress member, List<String> tlsHosts) {

	static SeenIngress of(GenericKubernetesResource object) {
		ObjectKey key = Keys.of(object);
		Fields spec = Fields.of(object).at("spec");
		String named = spec.text("ingressClassName");
		String annotated = Keys.annotations(object).getOrDefault("kubernetes.io/ingress.class", "");
		Stream<Backend> fallback = Stream.of(spec.at("defaultBackend"))
			.map((backend) -> Backend.of(key.namespace(), "", "", "", backend));
		Stream<Backend> ruled = spec.list("rules")
			.stream()
			.flatMap((rule) -> rule.at("http")
				.list("paths")
				.stream()
				.map((path) -> Backend.of(key.namespace(), rule.text("host"), path.text("path"), path.text("pathType"),
						path.at("backend"))));
		List<Backend> backends = Stream.concat(ruled, fallback)
			.filter((backend) -> !backend.service().name().isEmpty())
			.toList();
		return new SeenIngress(key, named.isEmpty() ? annotated : named, AlbSettings.of(object), backends,
				balancer(object), AlbIngress.of(object), tlsHosts(spec));
	}

	private static List<String> tlsHosts(Fields spec) {
		return Stream
			.concat(spec.list("tls").stream().flatMap((entry) -> entry.texts("hosts").stream()),
					spec.list("rules").stream().map((rule) -> rule.text("host")))
			.filter((host) -> !host.isEmpty())
			.distinct()
			.toList();
	}

	static String balancer(GenericKubernetesResource object) {
		return Fields.of(object)
			.at("status", "loadBalancer")
			.list("ingress")
			.stream()
			.map((ingress) -> ingress.text("hostname").isEmpty() ? ingress.text("ip") : ingress.text("hostname"))
			.findFirst()
			.orElse("");
	}

	/**
	 * A Service to which an Ingress sends.
	 *
	 * @param host the host of the rule; empty for any
	 * @param path the path of the rule; may be empty
	 * @param pathType how the path is compared; may be empty
	 * @param service the Service
	 * @param port its port, by number or name
	 */
	record Backend(String host, String path, String pathType, ObjectKey service, String port) {

		private static Backend of(String namespace, String host, String path, String pathType, Fields backend) {
			Fields service = backend.at("service");
			Fields port = service.at("port");
			String name = port.text("name");
			return new Backend(host, path, pathType, new ObjectKey(namespace, service.text("name")),
					name.isEmpty() ? port.text("number") : name);
		}

	}

}
