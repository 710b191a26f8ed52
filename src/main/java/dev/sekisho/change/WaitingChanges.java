package dev.sekisho.change;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.sekisho.access.Caller;
import dev.sekisho.cluster.Cluster;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.cluster.ResourceKind;
import dev.sekisho.route.OpenChange;
import dev.sekisho.route.OpenChanges;
import dev.sekisho.route.ProposedChange;

/**
 * Offers the changes that aren't closed to the pages about routes.
 */
@Component
class WaitingChanges implements OpenChanges {

	private final Cluster cluster;

	private final Changes changes;

	WaitingChanges(Cluster cluster, Changes changes) {
		this.cluster = cluster;
		this.changes = changes;
	}

	@Override
	public List<OpenChange> list(Caller caller, String sharedGateway) {
		return this.changes.list(caller, Changes.Query.ALL)
			.stream()
			.filter((change) -> !change.phase().closed() && change.sharedGateway().equals(sharedGateway))
			.map(WaitingChanges::open)
			.toList();
	}

	@Override
	public Optional<ProposedChange> find(Caller caller, ObjectKey key) {
		return this.changes.list(caller, new Changes.Query(key.namespace(), null, ""))
			.stream()
			.filter((change) -> change.key().equals(key) && !change.phase().closed())
			.findFirst()
			.flatMap((change) -> this.cluster.asPortal()
				.read(ResourceKind.ROUTE_CHANGE, key)
				.map((object) -> new ProposedChange(open(change), RouteChange.proposed(object))));
	}

	private static OpenChange open(RouteChange change) {
		return new OpenChange(change.key(), change.sharedGateway(), change.virtualService(),
				change.phase() == Phase.APPROVED);
	}

}
