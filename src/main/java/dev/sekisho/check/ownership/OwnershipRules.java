package dev.sekisho.check.ownership;

import java.util.List;

import dev.sekisho.check.Rule;

/**
 * The rules of this package.
 */
public final class OwnershipRules {

	/** All of them, in order. */
	public static final List<Rule> ALL = List.of(new OwnedByAnotherTool(), new TrackingMarks(),
			new ReservedAnnotation(), new MadeByHand(), new NoOwner());

	private OwnershipRules() {
	}

}
