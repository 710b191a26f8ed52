package dev.sekisho.chain;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collector;
import java.util.stream.Collectors;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;

import dev.sekisho.cluster.ObjectKey;

/**
 * Istio's Gateway.
 *
 * @param key its key
 * @param selector which pods it configures; empty stands for all gateway pods
 * @param servers its servers
 */
record SeenGateway(ObjectKey key, Map<String, String> selector, List<Server> servers) {

	private static final Collector<CharSequence, ?, String> JOINED = Collectors.joining(", ");

	static SeenGateway of(GenericKubernetesResource object) {
		Fields spec = Fields.of(object).at("spec");
		return new SeenGateway(Keys.of(object), Map.copyOf(spec.strings("selector")),
				spec.list("servers").stream().map(Server::of).toList());
	}

	boolean selects(SeenPod pod) {
		return this.selector.isEmpty() || Labels.select(this.selector, pod.labels());
	}

	String hosts() {
		return this.servers.stream().flatMap((server) -> server.hosts().stream()).distinct().collect(JOINED);
	}

	String ports() {
		return this.servers.stream().map((server) -> server.protocol() + " " + server.port()).collect(JOINED);
	}

	/**
	 * Finds the server behind a port of the gateway Service.
	 * @param service the gateway Service
	 * @param port the port that is sent to
	 * @param pods the gateway pods
	 * @return the server that serves HTTP on the pods' port behind it
	 */
	Optional<Server> behind(ServiceFacts service, ServiceFacts.Port port, List<SeenPod> pods) {
		int target = port.targetNumber(pods);
		return this.servers.stream().filter(Server::http).filter((server) -> {
			int listening = service.port(String.valueOf(server.port()))
				.map((own) -> own.targetNumber(pods))
				.orElse(server.port());
			return listening == target || server.port() == port.number();
		}).findFirst();
	}

	/**
	 * A server of a Gateway.
	 *
	 * @param port its port, as the Service numbers it
	 * @param name the port's name
	 * @param protocol its protocol
	 * @param hosts the hosts it accepts, perhaps each with {@code namespace/} before it
	 * @param secret the Secret of its certificate; empty if it names none
	 */
	record Server(int port, String name, String protocol, List<String> hosts, String secret) {

		private static final Set<String> HTTP = Set.of("HTTP", "HTTP2", "GRPC", "GRPC-WEB", "HTTPS");

		private static Server of(Fields server) {
			Fields port = server.at("port");
			return new Server(port.number("number"), port.text("name"), port.text("protocol").toUpperCase(Locale.ROOT),
					server.texts("hosts"), server.at("tls").text("credentialName"));
		}

		boolean http() {
			return HTTP.contains(this.protocol);
		}

		boolean secure() {
			return "HTTPS".equals(this.protocol);
		}

		boolean everyHost() {
			return this.hosts.stream().anyMatch((host) -> "*".equals(host) || "*/*".equals(host));
		}

		/**
		 * Whether a VirtualService's host meets one of the server's.
		 * @param host the host
		 * @param namespace the VirtualService's namespace
		 * @param own the Gateway's namespace
		 * @return {@code true} if they have a name in common
		 */
		boolean accepts(String host, String namespace, String own) {
			return this.hosts.stream().anyMatch((entry) -> {
				int slash = entry.indexOf('/');
				String from = (slash < 0) ? "*" : entry.substring(0, slash);
				boolean visible = "*".equals(from) || from.equals(namespace)
						|| (".".equals(from) && own.equals(namespace));
				return visible && Hosts.meet(entry.substring(slash + 1), host);
			});
		}

	}

}
