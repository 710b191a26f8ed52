package dev.sekisho.chain;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.sekisho.cluster.ObjectKey;

/**
 * All chains of a shared gateway at one moment: what they have in common once, and each
 * VirtualService with what decides its state.
 *
 * @param sharedGateway the shared gateway
 * @param shared the hops from the load balancers to the Gateway
 * @param entries the VirtualServices bound to it that the reader may see, by namespace
 * and name
 * @param hidden how many others there are
 * @param asOf until when what was read is known to be current; {@code null} if it never
 * was
 */
public record GatewayMap(String sharedGateway, List<Hop> shared, List<Entry> entries, int hidden,
		@Nullable Instant asOf) {

	public GatewayMap {
		shared = List.copyOf(shared);
		entries = List.copyOf(entries);
	}

	/**
	 * A VirtualService on the map.
	 *
	 * @param virtualService its key
	 * @param team the team behind it
	 * @param hosts its hosts
	 * @param paths the paths of its routes, each once, in the order tried
	 * @param destinations where it sends
	 * @param decisive the hop that decides: the worst one from the VirtualService on, of
	 * equals the first
	 */
	public record Entry(ObjectKey virtualService, String team, List<String> hosts, List<String> paths,
			List<String> destinations, Hop decisive) {

		/**
		 * Its state, apart from what all have in common.
		 * @return the state
		 */
		public HopState state() {
			return this.decisive.state();
		}

	}

}
