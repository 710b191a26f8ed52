package dev.sekisho.chain;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.sekisho.cluster.ObjectKey;

/**
 * The objects that the requests of one VirtualService pass, in order.
 *
 * @param virtualService the VirtualService
 * @param hosts its hosts
 * @param paths the paths of its routes, each once, in the order tried
 * @param sharedGateway the shared gateway it is seen through
 * @param hops the hops, in order; one of each kind, or several where the way forks
 * @param asOf until when what was read is known to be current; {@code null} if it never
 * was
 */
public record Chain(ObjectKey virtualService, List<String> hosts, List<String> paths, String sharedGateway,
		List<Hop> hops, @Nullable Instant asOf) {

	private static final Comparator<Hop> WORST_FIRST = Comparator.comparing(Hop::state)
		.reversed()
		.thenComparing((hop) -> hop.state() == HopState.UNKNOWN && hop.kind() == HopKind.ALB);

	public Chain {
		hosts = List.copyOf(hosts);
		paths = List.copyOf(paths);
		hops = List.copyOf(hops);
	}

	/**
	 * The hop that decides: the worst one, of equals the first. A load balancer whose
	 * health isn't measured only decides when nothing else does.
	 * @return the hop
	 */
	public Hop decisive() {
		return this.hops.stream().min(WORST_FIRST).orElseThrow();
	}

	/**
	 * The state of the whole chain.
	 * @return the state of its worst hop
	 */
	public HopState state() {
		return decisive().state();
	}

	/**
	 * The hops where something is wrong.
	 * @return the degraded and broken hops, the worst first
	 */
	public List<Hop> problems() {
		return this.hops.stream().filter(Hop::problem).sorted(WORST_FIRST).toList();
	}

	/**
	 * Whether istiod says that a gateway pod refused its last route config.
	 * @return {@code false} also if istiod isn't asked
	 */
	public boolean refused() {
		return this.hops.stream()
			.flatMap((hop) -> hop.causes().stream())
			.anyMatch((cause) -> "cause.refused".equals(cause.text().code()));
	}

	/**
	 * Whether the present health of a load balancer isn't known, though nothing else
	 * about it is wrong.
	 * @return {@code true} if a load balancer is unknown
	 */
	public boolean loadBalancerUnknown() {
		return this.hops.stream().anyMatch((hop) -> hop.kind() == HopKind.ALB && hop.state() == HopState.UNKNOWN);
	}

}
