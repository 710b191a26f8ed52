package dev.sekisho.routing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.automaton.Automaton;
import dev.sekisho.routing.automaton.RegexAutomaton;

/**
 * The Host headers that belong to one domain and to no narrower one.
 *
 * @param domain the domain
 * @param narrower the domains that take hosts away from it
 * @param host a natural host of the class
 */
record HostClass(String domain, List<String> narrower, String host) {

	private static final List<String> LABELS = List.of("app", "www", "web", "my", "new", "other");

	/**
	 * Describes the hosts of a domain.
	 * @param domain the domain
	 * @param domains all domains
	 * @param choice tells which of all domains a host belongs to
	 * @return the class
	 */
	static HostClass of(String domain, Collection<String> domains, Function<String, @Nullable String> choice) {
		List<String> narrower = domains.stream().filter((other) -> isNarrower(other, domain)).toList();
		return new HostClass(domain, narrower, representative(domain, choice));
	}

	/**
	 * An automaton of the hosts under the domain, with or without a port.
	 * @param domain a domain
	 * @return the automaton
	 */
	static Automaton automaton(String domain) {
		if (!HostName.isWildcard(domain)) {
			return new RegexAutomaton("(?i)\\Q" + domain + "\\E(:[^:]*)?");
		}
		String suffix = domain.equals("*") ? "" : "\\Q" + domain.substring(1) + "\\E";
		return new RegexAutomaton("(?is)([^:]+" + suffix + "|.+" + suffix + ":[^:]*)");
	}

	private static boolean isNarrower(String other, String domain) {
		if (other.equals(domain) || !HostName.isWildcard(domain)) {
			return false;
		}
		return domain.equals("*") || (other.length() > domain.length() - 1 && other.endsWith(domain.substring(1)));
	}

	private static String representative(String domain, Function<String, @Nullable String> choice) {
		if (!HostName.isWildcard(domain)) {
			return domain;
		}
		List<String> tries = new ArrayList<>();
		if (domain.equals("*")) {
			tries.addAll(List.of("example.com", "www.example.com", "example.org", "example.net"));
		}
		String suffix = domain.equals("*") ? ".example.com" : domain.substring(1);
		LABELS.forEach((label) -> tries.add(label + suffix));
		for (int i = 1; i <= 1000; i++) {
			tries.add("host" + i + suffix);
			tries.add("host" + i + ".test" + (domain.equals("*") ? "" : suffix));
		}
		return tries.stream()
			.filter((host) -> Objects.equals(choice.apply(host), domain))
			.findFirst()
			.orElse("host" + suffix);
	}

}
