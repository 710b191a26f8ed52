package dev.sekisho.check.destination;

import java.util.List;

import dev.sekisho.check.Rule;

/**
 * The rules of this package.
 */
public final class DestinationRules {

	/** All of them, in order. */
	public static final List<Rule> ALL = List.of(new ForeignNamespace(), new ExternalDestination(),
			new ExternalNameDestination(), new HalfName(), new ServiceNotFound(), new MissingPort(), new PortByName(),
			new PortNeeded(), new MissingSubset(), new ServiceNotExported(), new ServicesNotVisible());

	private DestinationRules() {
	}

}
