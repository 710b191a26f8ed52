package dev.sekisho.routing.overlap;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.automaton.Automaton;
import dev.sekisho.routing.automaton.RegexAutomaton;
import dev.sekisho.routing.manifest.HostName;

/**
 * The Host headers that belong to one domain and to no narrower one.
 */
public final class HostClass {

	private static final List<String> LABELS = List.of("app", "www", "web", "my", "new", "other");

	private static final int NUMBERED = 1000;

	private final String domain;

	private final String host;

	private final Supplier<? extends Collection<String>> domains;

	/**
	 * Describes the hosts of a domain.
	 * @param domain the domain
	 * @param domains all domains
	 * @param choice tells which of all domains a host belongs to
	 */
	public HostClass(String domain, Supplier<? extends Collection<String>> domains,
			Function<String, @Nullable String> choice) {
		this.domain = domain;
		this.domains = domains;
		this.host = representative(domain, choice);
	}

	/**
	 * The virtual host's domain.
	 * @return the domain
	 */
	public String domain() {
		return this.domain;
	}

	/**
	 * A natural host of the class.
	 * @return the host
	 */
	public String host() {
		return this.host;
	}

	/**
	 * The domains that take hosts away from it.
	 * @return the narrower domains
	 */
	List<String> narrower() {
		if (!HostName.isWildcard(this.domain)) {
			return List.of();
		}
		return this.domains.get().stream().filter((other) -> isNarrower(other, this.domain)).toList();
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
		if (other.equals(domain)) {
			return false;
		}
		return domain.equals("*") || (other.length() > domain.length() - 1 && other.endsWith(domain.substring(1)));
	}

	private static String representative(String domain, Function<String, @Nullable String> choice) {
		if (!HostName.isWildcard(domain)) {
			return domain;
		}
		boolean any = domain.equals("*");
		String suffix = any ? ".example.com" : domain.substring(1);
		Stream<String> natural = any ? Stream.of("example.com", "www.example.com", "example.org", "example.net")
				: Stream.empty();
		Stream<String> labelled = LABELS.stream().map((label) -> label + suffix);
		Stream<String> numbered = IntStream.rangeClosed(1, NUMBERED)
			.boxed()
			.flatMap((i) -> Stream.of("host" + i + suffix, "host" + i + ".test" + (any ? "" : suffix)));
		return Stream.concat(Stream.concat(natural, labelled), numbered)
			.filter((host) -> Objects.equals(choice.apply(host), domain))
			.findFirst()
			.orElse("host" + suffix);
	}

}
