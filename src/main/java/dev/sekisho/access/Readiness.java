package dev.sekisho.access;

import java.util.List;

import org.springframework.stereotype.Component;

/**
 * Whether what rights are asked for is known: each kind was listed once, or can't be.
 */
@Component
public class Readiness {

	private final KnownNamespaces known;

	Readiness(KnownNamespaces known) {
		this.known = known;
	}

	/**
	 * The kinds that weren't listed yet. One that isn't visible or isn't served counts as
	 * listed: pages say so.
	 * @return their names; empty when ready
	 */
	public List<String> notListed() {
		return this.known.notListed();
	}

}
