package dev.sekisho.check.action;

import java.util.List;

import dev.sekisho.check.Rule;

/**
 * The rules of this package.
 */
public final class ActionRules {

	/** All of them, in order. */
	public static final List<Rule> ALL = List.of(new DelegateOff(), new MirrorOff(), new FaultOff(), new RedirectOff(),
			new DirectResponseOff(), new RewriteAuthorityOff(), new CorsAnyOriginOff(), new ProtectedHeaders(),
			new RedirectToUnclaimedHost(), new EnvoyCommands(), new SensitivePath(), new BrokenDelegate());

	private ActionRules() {
	}

}
