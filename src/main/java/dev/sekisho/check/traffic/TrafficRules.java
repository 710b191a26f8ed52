package dev.sekisho.check.traffic;

import java.util.List;

import dev.sekisho.check.Rule;

/**
 * The rules of this package.
 */
public final class TrafficRules {

	/** All of them, in order. */
	public static final List<Rule> ALL = List.of(new TakesOver(), new ShadowsOthers(), new HostCapture(),
			new ShadowedByOthers(), new ShadowedByOwn(), new PartlyShadowed(), new CantTell(), new OwnHostCapture(),
			new OrderByName(), new GivesToOthers());

	private TrafficRules() {
	}

}
