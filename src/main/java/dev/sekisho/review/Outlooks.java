package dev.sekisho.review;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.springframework.stereotype.Component;

import dev.sekisho.change.Phase;
import dev.sekisho.change.Previews;
import dev.sekisho.change.RouteChange;
import dev.sekisho.cluster.CacheChange;
import dev.sekisho.cluster.Cluster;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.cluster.ResourceKind;
import dev.sekisho.cluster.WatchCache;
import dev.sekisho.route.LiveTable;
import dev.sekisho.route.RouteTables;
import dev.sekisho.route.VirtualServices;

/**
 * What the waiting changes would do, each computed once for a state of the route table.
 * Asks the cluster nothing: what waiting changes propose is kept as long as they wait.
 */
@Component
class Outlooks {

	private final Previews previews;

	private final RouteTables tables;

	private final VirtualServices virtualServices;

	private final WatchCache<Waiting> waiting;

	private final Map<ObjectKey, Computed> computed = new ConcurrentHashMap<>();

	Outlooks(Cluster cluster, Previews previews, RouteTables tables, VirtualServices virtualServices) {
		this.previews = previews;
		this.tables = tables;
		this.virtualServices = virtualServices;
		this.waiting = cluster.watch(ResourceKind.ROUTE_CHANGE, Waiting::of);
		this.waiting.onChange(this::forget);
	}

	/**
	 * What a change proposes.
	 * @param change a change that waits
	 * @return the VirtualService; empty for a delete, and once the change waits no more
	 */
	Optional<GenericKubernetesResource> proposed(RouteChange change) {
		return this.waiting.snapshot().find(change.key()).flatMap(Waiting::proposed);
	}

	/**
	 * What a change would do.
	 * @param change a change that waits
	 * @return the outlook; empty if it can't be told
	 */
	Optional<Outlook> of(RouteChange change) {
		String state = this.tables.find(change.sharedGateway()).map(LiveTable::version) + "/"
				+ this.virtualServices.snapshot().version() + "/" + change.uid();
		Computed known = this.computed.get(change.key());
		if (known == null || !known.state().equals(state)) {
			known = new Computed(state, compute(change));
			this.computed.put(change.key(), known);
		}
		return known.outlook();
	}

	private Optional<Outlook> compute(RouteChange change) {
		Waiting known = this.waiting.snapshot().items().get(change.key());
		if (known == null || !known.waits()) {
			return Optional.empty();
		}
		return this.previews.preview(change, known.proposed().orElse(null)).map(Outlook::of);
	}

	private void forget(CacheChange change) {
		ObjectKey key = change.key();
		if (key != null) {
			this.computed.remove(key);
		}
		else {
			this.computed.clear();
		}
	}

	/**
	 * A change as far as it matters here.
	 *
	 * @param waits whether it waits for a review
	 * @param proposed what it proposes, while it waits; empty for a delete
	 */
	private record Waiting(boolean waits, Optional<GenericKubernetesResource> proposed) {

		static Waiting of(GenericKubernetesResource object) {
			boolean waits = RouteChange.of(object).phase() == Phase.PENDING;
			return new Waiting(waits, waits ? Optional.ofNullable(RouteChange.proposed(object)) : Optional.empty());
		}

	}

	private record Computed(String state, Optional<Outlook> outlook) {

	}

}
