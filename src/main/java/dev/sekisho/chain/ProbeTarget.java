package dev.sekisho.chain;

import java.net.InetSocketAddress;
import java.util.List;

/**
 * The gateway pod that probes are sent to: a ready one behind the gateway Service, at an
 * address that may be probed. Endpoints aren't read, since many may write them; a pod's
 * address is written by its kubelet.
 *
 * @param pod the pod's name
 * @param address where it listens
 */
record ProbeTarget(String pod, InetSocketAddress address) {

	static ProbeTarget of(Scene scene, List<AddressRange> ranges) {
		ServiceFacts service = scene.service();
		SeenGateway gateway = scene.gateway();
		if (service == null || gateway == null) {
			throw new ProbeRefused(ProbeRefused.Reason.NO_TARGET);
		}
		ServiceFacts.Port port = scene.port().orElseThrow(() -> new ProbeRefused(ProbeRefused.Reason.NO_TARGET));
		if (gateway.behind(service, port, scene.pods()).map(SeenGateway.Server::secure).orElse(false)) {
			throw new ProbeRefused(ProbeRefused.Reason.TLS);
		}
		int number = port.targetNumber(scene.pods());
		return scene.pods()
			.stream()
			.filter((pod) -> number > 0 && pod.ready() && service.selects(pod) && gateway.selects(pod))
			.flatMap((pod) -> AddressRange.address(pod.address())
				.filter((address) -> ranges.stream().anyMatch((range) -> range.admits(address)))
				.map((address) -> new ProbeTarget(pod.key().name(), new InetSocketAddress(address, number)))
				.stream())
			.findFirst()
			.orElseThrow(() -> new ProbeRefused(ProbeRefused.Reason.NO_TARGET));
	}

}
