package dev.sekisho.routing.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.sekisho.routing.GatewayPods;

/**
 * A Gateway, as far as HTTP routing depends on it.
 *
 * @param metadata its metadata
 * @param selector the labels of the pods it applies to; empty for all
 * @param servers its servers
 */
public record GatewayConfig(Metadata metadata, Map<String, String> selector, List<Server> servers) {

	static GatewayConfig of(Fields object) {
		Metadata metadata = Metadata.of(object);
		Fields spec = object.object("spec");
		List<Server> servers = new ArrayList<>();
		for (Fields server : spec.objects("servers")) {
			if (server.has("port")) {
				servers.add(Server.of(server, metadata.name().namespace()));
			}
		}
		return new GatewayConfig(metadata, spec.textsByKey("selector"), servers);
	}

	GatewayConfig withMetadata(Metadata other) {
		return new GatewayConfig(other, this.selector, this.servers);
	}

	/**
	 * Whether its selector matches the pods.
	 * @param pods the pods of a gateway
	 * @return whether it does
	 */
	public boolean selects(GatewayPods pods) {
		return pods.labels().entrySet().containsAll(this.selector.entrySet());
	}

	/**
	 * One server of a Gateway.
	 *
	 * @param port the port as declared
	 * @param protocol its protocol in upper case
	 * @param bind the address it listens on; empty for all
	 * @param hosts its hosts, as {@code host} or {@code namespace/host}
	 * @param tls whether there are TLS settings, be it only the redirect
	 * @param httpsRedirect whether plain HTTP is redirected
	 */
	public record Server(int port, String protocol, String bind, List<String> hosts, boolean tls,
			boolean httpsRedirect) {

		static Server of(Fields server, String namespace) {
			Fields port = server.object("port");
			Fields tls = server.object("tls");
			return new Server((int) port.number("number"), port.text("protocol").toUpperCase(Locale.ROOT),
					server.text("bind"), sanitize(server.texts("hosts"), namespace), server.has("tls"),
					tls.flag("httpsRedirect"));
		}

		/**
		 * Whether HTTP is served, with or without TLS that ends here.
		 * @return whether it is
		 */
		public boolean isHttp() {
			return switch (this.protocol) {
				case "HTTP", "HTTP2", "HTTP_PROXY", "GRPC", "GRPC-WEB" -> true;
				default -> false;
			};
		}

		/**
		 * The hosts that VirtualServices of a namespace may use.
		 * @param namespace the namespace of the VirtualService
		 * @return the hosts without their namespace
		 */
		public List<String> hostsFor(String namespace) {
			List<String> visible = new ArrayList<>();
			for (String host : this.hosts) {
				int slash = host.indexOf('/');
				if (slash < 0) {
					visible.add(host);
				}
				else if (host.substring(0, slash).equals(namespace)) {
					visible.add(host.substring(slash + 1));
				}
			}
			return visible;
		}

		private static List<String> sanitize(List<String> hosts, String namespace) {
			List<String> sanitized = new ArrayList<>();
			for (String host : hosts) {
				if (host.equals("*/*")) {
					return List.of("*");
				}
				if (host.startsWith("./")) {
					sanitized.add(namespace + host.substring(1));
				}
				else {
					sanitized.add(host.startsWith("*/") ? host.substring(2) : host);
				}
			}
			return sanitized;
		}

	}

}
