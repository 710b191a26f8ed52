package dev.sekisho.route;

import org.springframework.stereotype.Component;

import dev.sekisho.routing.table.RoutingWorld;

/**
 * Tells how a shared gateway would route after a change.
 */
@Component
public class ChangedWorlds {

	private final VirtualServices virtualServices;

	ChangedWorlds(VirtualServices virtualServices) {
		this.virtualServices = virtualServices;
	}

	/**
	 * The world after a change.
	 * @param table the table as it is
	 * @param change the change
	 * @return the world after: a VirtualService that is replaced keeps its age
	 */
	public RoutingWorld after(LiveTable table, ProposedChange change) {
		return change.appliedTo(table.world(),
				this.virtualServices.find(change.change().virtualService()).orElse(null));
	}

}
