package dev.sekisho.check.claim;

import java.util.List;

import dev.sekisho.check.Rule;

/**
 * The rules of this package.
 */
public final class ClaimRules {

	/** All of them, in order. */
	public static final List<Rule> ALL = List.of(new HostNotClaimed(), new HostNotCanonical(), new ShortHost(),
			new HostNotServed(), new NoHost(), new PathNotClaimed(), new HeldByAnother(), new CatchAllNotClaimed(),
			new PseudoCatchAll(), new EveryPathNotClaimed(), new ClaimedTwice());

	private ClaimRules() {
	}

}
