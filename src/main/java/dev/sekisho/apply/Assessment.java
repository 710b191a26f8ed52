package dev.sekisho.apply;

import java.util.List;

import dev.sekisho.change.ChangeStatus.Counts;
import dev.sekisho.change.ChangeStatus.Found;
import dev.sekisho.change.ImpactDigest;

/**
 * A change as the checks and the engine judge it against the present cluster: codes and
 * counts only.
 *
 * @param digest the digest of the traffic impact
 * @param found what the checks found
 */
record Assessment(ImpactDigest digest, List<Found> found) {

	Assessment {
		found = List.copyOf(found);
	}

	boolean blocked() {
		return this.found.stream().anyMatch((finding) -> finding.severity().equals("Blocking"));
	}

	Counts counts() {
		return new Counts(this.digest.hash(), this.digest.moved(), this.digest.introduced());
	}

}
