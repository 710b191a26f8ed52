package dev.sekisho.route;

import java.util.List;
import java.util.Optional;

import dev.sekisho.access.Caller;
import dev.sekisho.cluster.ObjectKey;

/**
 * The changes that may still be applied; a port, since this module knows no changes.
 */
public interface OpenChanges {

	/**
	 * The open changes that the caller sees. Must answer at once.
	 * @param caller who asks
	 * @param sharedGateway the name of the shared gateway they are for
	 * @return the changes, the newest first
	 */
	List<OpenChange> list(Caller caller, String sharedGateway);

	/**
	 * Opens one of them. May ask the cluster.
	 * @param caller who asks
	 * @param change namespace and name of the change
	 * @return the change with what it proposes; empty if there is none, the caller
	 * doesn't see it, or it is closed
	 */
	Optional<ProposedChange> find(Caller caller, ObjectKey change);

}
