package dev.sekisho.chain;

import java.util.Optional;

import dev.sekisho.cluster.ObjectKey;

/**
 * Tells what Sekisho did to a VirtualService last, and whether it was changed after that.
 * Chains say nothing about either where no such source is there.
 */
public interface DriftSource {

	/**
	 * Looks at one VirtualService.
	 * @param virtualService its key
	 * @return its drift; empty if it is as applied, or was never applied by Sekisho
	 */
	Optional<Drift> drift(ObjectKey virtualService);

	/**
	 * Finds the change that was applied last and isn't what the VirtualService is any
	 * more.
	 * @param virtualService the VirtualService's key
	 * @return the change, where the drift can be ended; empty if there is no drift
	 */
	Optional<ObjectKey> driftedFrom(ObjectKey virtualService);

	/**
	 * Finds the change that was applied last.
	 * @param virtualService the VirtualService's key
	 * @return the change; empty if there is none, or the VirtualService isn't what it
	 * made of it any more
	 */
	Optional<LastChange> lastChange(ObjectKey virtualService);

}
