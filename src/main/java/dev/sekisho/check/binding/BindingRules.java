package dev.sekisho.check.binding;

import java.util.List;

import dev.sekisho.check.Rule;

/**
 * The rules of this package.
 */
public final class BindingRules {

	/** All of them, in order. */
	public static final List<Rule> ALL = List.of(new OnlyTheSharedGateway(), new AlsoOnAnotherGateway(),
			new ForeignGateways(), new QueueJump(), new HiddenFromTheGateway(), new InternalAnnotation(),
			new RevisionLabel());

	private BindingRules() {
	}

}
