package dev.sekisho.chain.web;

import java.util.ArrayList;
import java.util.List;

import dev.sekisho.chain.Chain;
import dev.sekisho.chain.Hop;
import dev.sekisho.chain.HopKind;

/**
 * Which hop leads to which: several front doors join at the gateway Service, several
 * destinations part after the VirtualService.
 *
 * @param edges the connections, by position in the chain
 */
record ChainGraph(List<Edge> edges) {

	static ChainGraph of(Chain chain) {
		List<Hop> hops = chain.hops();
		List<Edge> edges = new ArrayList<>();
		int virtualService = position(hops, HopKind.VIRTUAL_SERVICE);
		int gatewayService = position(hops, HopKind.GATEWAY_SERVICE);
		for (int at = 0; at < hops.size(); at++) {
			HopKind kind = hops.get(at).kind();
			if (kind == HopKind.ALB) {
				edges.add(new Edge(at, gatewayService, hops.get(gatewayService).onPath()));
			}
			else if (kind == HopKind.SERVICE) {
				edges.add(new Edge(virtualService, at, hops.get(at).onPath()));
			}
			else if (kind != HopKind.GATEWAY_SERVICE) {
				edges.add(new Edge(at - 1, at, hops.get(at).onPath()));
			}
		}
		return new ChainGraph(List.copyOf(edges));
	}

	private static int position(List<Hop> hops, HopKind kind) {
		return hops.stream().map(Hop::kind).toList().indexOf(kind);
	}

	/**
	 * A connection.
	 *
	 * @param from the position of the hop before
	 * @param to the position of the hop after
	 * @param passed whether requests pass there; otherwise the next is only read
	 */
	record Edge(int from, int to, boolean passed) {

	}

}
