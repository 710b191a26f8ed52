package dev.sekisho.chain;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.sekisho.cluster.ObjectKey;

/**
 * Istio's Gateway: it must select the pods that requests arrive at, and have a server for
 * the port they arrive on.
 */
final class GatewayHop {

	private final Scene scene;

	GatewayHop(Scene scene) {
		this.scene = scene;
	}

	Hop hop() {
		ObjectKey key = this.scene.subject().gateway().gateway();
		HopBuilder hop = new HopBuilder(HopKind.GATEWAY, new ObjectRef("Gateway", key)).relyOn("Gateways",
				this.scene.world().gateways());
		SeenGateway gateway = this.scene.gateway();
		if (gateway == null) {
			return hop.advise("create-gateway", "kubectl get gateways.networking.istio.io -A")
				.down(Effect.NOT_FOUND, "missing");
		}
		hop.fact(Source.GATEWAY, "spec.selector", Labels.text(gateway.selector()));
		gateway.servers().forEach((server) -> hop.fact(Source.GATEWAY, "spec.servers", describe(server)));
		gateway.servers()
			.stream()
			.map(SeenGateway.Server::secret)
			.filter((secret) -> !secret.isEmpty())
			.forEach((secret) -> hop.setting(Source.GATEWAY, "tls.credentialName", secret, "secret"));
		foreign(hop, gateway);
		return selection(hop, gateway);
	}

	// Gateways of anybody that select the same pods open ports and hosts on them too.
	private void foreign(HopBuilder hop, SeenGateway gateway) {
		List<SeenGateway> others = this.scene.world()
			.gateways()
			.items()
			.values()
			.stream()
			.filter((other) -> !other.key().equals(gateway.key()))
			.filter((other) -> this.scene.pods().stream().anyMatch(other::selects))
			.sorted(Comparator.comparing(SeenGateway::key))
			.toList();
		List<SeenGateway> seen = others.stream().filter(this::visible).toList();
		seen.forEach((other) -> hop.setting(Source.GATEWAY, other.key().toString(), other.ports() + " " + other.hosts(),
				"foreign-gateway"));
		if (seen.size() < others.size()) {
			hop.setting(Source.GATEWAY, "Gateway", String.valueOf(others.size() - seen.size()), "foreign-gateways");
		}
	}

	private boolean visible(SeenGateway other) {
		Subject subject = this.scene.subject();
		return other.key().namespace().equals(subject.gateway().gateway().namespace())
				|| subject.visible().test(other.key().namespace());
	}

	private Hop selection(HopBuilder hop, SeenGateway gateway) {
		List<SeenPod> pods = this.scene.pods();
		if (!this.scene.world().pods().freshness().live()) {
			return hop.unknown("pods-not-visible");
		}
		if (pods.isEmpty()) {
			return hop.unknown("not-checked");
		}
		if (pods.stream().noneMatch(gateway::selects)) {
			return hop.states("spec.selector", Labels.text(gateway.selector()))
				.advise("compare-selector", Kubectl.pods(pods.get(0).key().namespace(), Map.of()))
				.down(Effect.NOT_FOUND, "selects-others", Labels.text(gateway.selector()));
		}
		return server(hop, gateway);
	}

	private Hop server(HopBuilder hop, SeenGateway gateway) {
		ServiceFacts service = this.scene.service();
		Optional<ServiceFacts.Port> port = this.scene.port();
		Optional<SeenGateway.Server> found = (service != null && port.isPresent())
				? gateway.behind(service, port.get(), this.scene.pods())
				: gateway.servers().stream().filter(SeenGateway.Server::http).findFirst();
		if (found.isEmpty()) {
			Object number = port.map(ServiceFacts.Port::number).orElse(80);
			return hop.states("spec.servers", gateway.ports())
				.advise("gateway-server", Kubectl.yaml("gateways.networking.istio.io", gateway.key()))
				.down(Effect.NONE_ARRIVES, "no-server", number);
		}
		SeenGateway.Server server = found.get();
		hop.wire("server " + (server.name().isEmpty() ? server.protocol() : server.name()) + "/" + server.port());
		return server.everyHost() ? hop.healthy("every-host") : hop.healthy("hosts", String.join(", ", server.hosts()));
	}

	private static String describe(SeenGateway.Server server) {
		return server.protocol() + " " + server.port() + " " + server.hosts();
	}

}
