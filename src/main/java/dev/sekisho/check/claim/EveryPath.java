package dev.sekisho.check.claim;

import java.util.List;

import dev.sekisho.check.Argument;
import dev.sekisho.check.Examination;
import dev.sekisho.check.Located;

/**
 * Who may take every path of a host.
 */
final class EveryPath {

	private EveryPath() {
	}

	static List<String> unclaimedHosts(Examination examination) {
		ClaimedSpace claimed = ClaimedSpace.of(examination);
		return examination.list("hosts").stream().map(Located::text).filter((host) -> {
			if (claimed.open()) {
				return host.equals("*") || isShared(examination, CanonicalHost.of(host).text());
			}
			return claimed.hasHost(host) && !claimed.hasEveryPath(host);
		}).toList();
	}

	static boolean onAnyHost(Examination examination) {
		return examination.list("hosts").stream().anyMatch((host) -> host.text().equals("*"));
	}

	/**
	 * The path that the namespace has on the first of its hosts.
	 * @param examination the examination
	 * @return an argument of a message
	 */
	static String nearest(Examination examination) {
		ClaimedSpace claimed = ClaimedSpace.of(examination);
		return examination.list("hosts")
			.stream()
			.flatMap((host) -> claimed.prefixes(host.text()).stream())
			.findFirst()
			.map(Argument::text)
			.orElse(Argument.message("claim.no-path"));
	}

	private static boolean isShared(Examination examination, String host) {
		return examination.routes()
			.stream()
			.filter((placed) -> placed.virtualHost().domains().contains(host))
			.anyMatch((placed) -> placed.virtualHost()
				.routes()
				.stream()
				.anyMatch((route) -> !route.virtualService().namespace().equals(examination.namespace())));
	}

}
