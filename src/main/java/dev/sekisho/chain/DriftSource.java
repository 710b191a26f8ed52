package dev.sekisho.chain;

import java.util.Optional;

import dev.sekisho.cluster.ObjectKey;

/**
 * Tells whether a VirtualService was changed after Sekisho applied it. Chains say nothing
 * about drift where no such source is there.
 */
@FunctionalInterface
public interface DriftSource {

	/**
	 * Looks at one VirtualService.
	 * @param virtualService its key
	 * @return its drift; empty if it is as applied, or was never applied by Sekisho
	 */
	Optional<Drift> drift(ObjectKey virtualService);

}
