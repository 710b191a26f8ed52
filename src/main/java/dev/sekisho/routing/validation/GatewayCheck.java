package dev.sekisho.routing.validation;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A Gateway as istiod's webhook checks it ({@code ValidateGateway}).
 */
final class GatewayCheck {

	private static final Set<String> HTTP = Set.of("http", "http2", "http_proxy", "grpc", "grpc-web");

	private static final Set<String> TLS = Set.of("https", "tls");

	private static final Set<String> OTHERS = Set.of("tcp", "udp", "mongo", "redis", "mysql");

	private static final String UNIX = "unix://";

	private final Defects defects;

	private final boolean gatewaySemantics;

	GatewayCheck(Defects defects, boolean gatewaySemantics) {
		this.defects = defects;
		this.gatewaySemantics = gatewaySemantics;
	}

	void check(Node object) {
		Node name = object.at("metadata").at("name");
		if (!DnsName.isLabel(name.text()) && !this.gatewaySemantics) {
			this.defects.add(Law.GATEWAY_OBJECT_NAME, name, name.text());
		}
		List<Node> servers = object.at("spec").at("servers").items();
		if (servers.isEmpty()) {
			this.defects.add(Law.NO_SERVER, object.at("spec").at("servers"));
		}
		Set<String> portNames = new HashSet<>();
		for (Node server : servers) {
			server(server);
			Node portName = server.at("port").at("name");
			if (portName.text().isEmpty() || !portNames.add(portName.text())) {
				this.defects.add(Law.PORT_NAME, portName, portName.text());
			}
		}
	}

	private void server(Node server) {
		Node hosts = server.at("hosts");
		if (hosts.items().isEmpty()) {
			this.defects.add(Law.SERVER_HOST, hosts, "");
		}
		hosts.items()
			.stream()
			.filter((host) -> !isHost(host.text()))
			.forEach((host) -> this.defects.add(Law.SERVER_HOST, host, host.text()));
		port(server.at("port"), server.text("bind"));
		bind(server);
		new GatewayTlsCheck(this.defects).check(server.at("tls"));
		tls(server, protocol(server));
	}

	private boolean isHost(String text) {
		int slash = text.indexOf('/');
		String namespace = (slash < 0) ? "*" : text.substring(0, slash);
		String host = text.substring(slash + 1);
		boolean partial = host.contains("*") && host.length() != 1 && !host.startsWith("*.");
		return (host.equals("*") || host.contains(".")) && !partial
				&& (DnsName.isWildcardDomain(host) || IpText.isAddress(host)) && (List.of("*", ".").contains(namespace)
						|| DnsName.isLabel(namespace) || (namespace.equals("~") && this.gatewaySemantics));
	}

	private static String protocol(Node server) {
		return server.at("port").text("protocol").toLowerCase(Locale.ROOT);
	}

	private void port(Node port, String bind) {
		String protocol = port.text("protocol").toLowerCase(Locale.ROOT);
		if (!HTTP.contains(protocol) && !TLS.contains(protocol) && !OTHERS.contains(protocol)) {
			this.defects.add(Law.PROTOCOL, port.at("protocol"), port.text("protocol"));
		}
		if (port.at("number").integer() > 0 || !bind.startsWith(UNIX)) {
			new SharedChecks(this.defects).port(port.at("number"));
		}
		if (port.at("targetPort").integer() > 0) {
			this.defects.add(Law.TARGET_PORT, port.at("targetPort"));
		}
	}

	private void bind(Node server) {
		Node bind = server.at("bind");
		String text = bind.text();
		if (text.startsWith(UNIX)) {
			String path = text.substring(UNIX.length());
			boolean valid = path.startsWith("@") || (path.startsWith("/") && !path.endsWith("/"));
			if (!valid || server.at("port").at("number").integer() != 0) {
				this.defects.add(Law.BIND, bind, text);
			}
		}
		else if (!text.isEmpty() && !IpText.isAddress(text)) {
			this.defects.add(Law.BIND, bind, text);
		}
	}

	private void tls(Node server, String protocol) {
		Node tls = server.at("tls");
		if (TLS.contains(protocol)) {
			if (!tls.exists()) {
				this.defects.add(Law.TLS_MISSING, tls, protocol);
			}
			else if (Boolean.TRUE.equals(tls.at("httpsRedirect").value())) {
				this.defects.add(Law.REDIRECT_ON_TLS, tls.at("httpsRedirect"));
			}
		}
		else if (tls.exists() && !(HTTP.contains(protocol) && GatewayTlsCheck.isRedirectOnly(tls))) {
			this.defects.add(Law.TLS_NOT_EXPECTED, tls, protocol);
		}
	}

}
