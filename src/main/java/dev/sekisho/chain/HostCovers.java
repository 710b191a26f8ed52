package dev.sekisho.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.route.AlbIngress;
import dev.sekisho.route.AlbListener;
import dev.sekisho.route.AlbPattern;
import dev.sekisho.route.AlbRule;
import dev.sekisho.route.SharedGateway;

/**
 * Tells which hosts the load balancers before a shared gateway have certificates for, as
 * far as Kubernetes knows: an Ingress names certificates, or has them found in ACM by the
 * hosts of its TLS entries and rules (AWS Load Balancer Controller, "certificate
 * discovery").
 */
@Component
public class HostCovers {

	private static final AlbPattern ANY_PATH = new AlbPattern("*");

	private final ChainCaches caches;

	HostCovers(ChainCaches caches) {
		this.caches = caches;
	}

	/**
	 * What is known of some hosts.
	 * @param gateway the shared gateway
	 * @param hosts the hosts
	 * @param sees which namespaces the reader may see
	 * @return for each host an entry for each load balancer; one if none is known
	 */
	public List<HostCover> of(SharedGateway gateway, List<String> hosts, Predicate<String> sees) {
		return of(this.caches.world(), gateway, hosts, sees);
	}

	static List<HostCover> of(ChainWorld world, SharedGateway gateway, List<String> hosts, Predicate<String> sees) {
		SeenGateway seen = world.gateways().items().get(gateway.gateway());
		List<Door> doors = new Doors(world, gateway, (seen != null) ? world.selectedBy(seen) : List.of()).find();
		List<HostCover> covers = new ArrayList<>();
		for (String host : hosts) {
			for (Door door : doors) {
				SeenIngress ingress = door.ingress();
				covers.add((ingress != null) ? at(world, door, ingress, host, sees)
						: new HostCover(host, door.object(), HostCover.Coverage.UNKNOWN, List.of()));
			}
			if (doors.isEmpty()) {
				covers.add(behind(seen, host));
			}
		}
		return covers;
	}

	private static HostCover at(ChainWorld world, Door door, SeenIngress ingress, String host, Predicate<String> sees) {
		List<AlbIngress> members = AlbGroup.members(world, ingress)
			.stream()
			.filter((member) -> member.key().namespace().equals(ingress.key().namespace())
					|| sees.test(member.key().namespace()))
			.toList();
		List<AlbListener> secure = ingress.member()
			.listeners()
			.stream()
			.filter((listener) -> "https".equals(listener.protocol()))
			.toList();
		if (!led(door, members, host)) {
			return new HostCover(host, door.object(), HostCover.Coverage.NO_RULE, List.of());
		}
		if (secure.isEmpty()) {
			return new HostCover(host, door.object(), HostCover.Coverage.PLAIN, List.of());
		}
		List<SeenIngress> sharing = members.stream()
			.filter((member) -> member.listeners().stream().anyMatch(secure::contains))
			.flatMap((member) -> world.ingresses().find(member.key()).stream())
			.toList();
		return certified(door, sharing, host);
	}

	// Without a Service that is known, any rule may lead to the gateway.
	private static boolean led(Door door, List<AlbIngress> members, String host) {
		ObjectKey service = door.service();
		Stream<AlbRule> rules = members.stream()
			.flatMap((member) -> Stream.concat(member.rules().stream(), Stream.ofNullable(member.fallback())));
		return service == null
				|| rules.anyMatch((rule) -> rule.service().equals(service) && rule.meets(host, ANY_PATH));
	}

	private static HostCover certified(Door door, List<SeenIngress> sharing, String host) {
		List<String> named = sharing.stream().flatMap((one) -> one.alb().certificates().stream()).distinct().toList();
		List<String> found = sharing.stream()
			.filter((one) -> !one.alb().certificate())
			.flatMap((one) -> one.tlsHosts().stream())
			.distinct()
			.filter((name) -> Hosts.certified(name, host))
			.toList();
		if ("*".equals(host)) {
			return new HostCover(host, door.object(), HostCover.Coverage.ANY_HOST, named);
		}
		if (!found.isEmpty()) {
			return new HostCover(host, door.object(), HostCover.Coverage.COVERED, found);
		}
		return new HostCover(host, door.object(),
				named.isEmpty() ? HostCover.Coverage.NONE : HostCover.Coverage.NAMES_UNKNOWN, named);
	}

	private static HostCover behind(@Nullable SeenGateway gateway, String host) {
		List<String> secrets = (gateway != null) ? secrets(gateway, host) : List.of();
		return new HostCover(host, null, secrets.isEmpty() ? HostCover.Coverage.UNKNOWN : HostCover.Coverage.AT_GATEWAY,
				secrets);
	}

	private static List<String> secrets(SeenGateway gateway, String host) {
		return gateway.servers()
			.stream()
			.filter((server) -> !server.secret().isEmpty())
			.filter((server) -> server.hosts()
				.stream()
				.anyMatch((name) -> Hosts.meet(name.substring(name.indexOf('/') + 1), host)))
			.map(SeenGateway.Server::secret)
			.distinct()
			.toList();
	}

}
