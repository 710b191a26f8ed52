package dev.sekisho.check.claim;

import dev.sekisho.check.Argument;
import dev.sekisho.check.Examination;

/**
 * The claim that a team has to ask for.
 */
final class WantedClaim {

	private WantedClaim() {
	}

	static String of(Examination examination, String host, String path) {
		return Argument.text("namespaces: [%s], hosts: [\"%s\"], pathPrefixes: [\"%s\"]"
			.formatted(examination.namespace(), CanonicalHost.of(host).text(), path));
	}

}
