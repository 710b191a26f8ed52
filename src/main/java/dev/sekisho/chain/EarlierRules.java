package dev.sekisho.chain;

import java.util.List;
import java.util.Optional;

import dev.sekisho.route.AlbPattern;
import dev.sekisho.route.AlbRule;
import dev.sekisho.routing.StringMatch;

/**
 * The rules of the ALB that take requests before the gateway, held against the requests
 * of one VirtualService.
 */
final class EarlierRules {

	private static final int MOST = 20;

	private final AlbGroup group;

	private final List<AlbRule> rules;

	private final List<String> hosts;

	private final List<StringMatch> paths;

	/**
	 * Prepares the comparison.
	 * @param group the Ingresses that share the ALB
	 * @param door the front door
	 */
	EarlierRules(AlbGroup group, Door door) {
		this.group = group;
		this.rules = group.before(door.service());
		Subject subject = group.scene().subject();
		this.hosts = subject.virtualService().hosts().stream().map((host) -> "*".equals(host) ? "" : host).toList();
		this.paths = subject.placement().places().stream().map((place) -> place.route().match().path()).toList();
	}

	/**
	 * Lists the rules, as far as the reader may know them.
	 * @param hop the load balancer's hop
	 */
	void tell(HopBuilder hop) {
		List<AlbRule> seen = this.rules.stream().filter((rule) -> this.group.sees(rule.ingress())).toList();
		seen.stream()
			.limit(MOST)
			.forEach((rule) -> hop.setting(Source.INGRESS, rule.ingress().toString(), rule.written(),
					rule.conditional() ? "may-take" : "takes-before"));
		if (seen.size() < this.rules.size()) {
			hop.setting(Source.INGRESS, "–", String.valueOf(this.rules.size() - seen.size()), "others-take");
		}
	}

	/**
	 * Says which rule takes requests of the VirtualService.
	 * @param hop the hop that is built
	 * @return the finished hop; empty if none does
	 */
	Optional<Hop> problem(HopBuilder hop) {
		if (this.paths.isEmpty() || this.hosts.isEmpty()) {
			return Optional.empty();
		}
		List<AlbRule> takers = this.rules.stream().filter(this::takes).toList();
		return takers.stream().findFirst().map((first) -> taken(hop, first, covered(takers)));
	}

	private Hop taken(HopBuilder hop, AlbRule rule, boolean all) {
		boolean seen = this.group.sees(rule.ingress());
		Object[] arguments = seen ? new Object[] { rule.ingress().toString(), rule.written() } : new Object[0];
		if (seen) {
			hop.because("earlier-ingress", "", null, this.group.members().size());
		}
		hop.advise("group-order", seen ? Kubectl.describe("ingress", rule.ingress()) : null);
		String code = (all ? "taken-before" : "partly-taken-before") + (seen ? "" : "-hidden");
		return all ? hop.down(Effect.ELSEWHERE, code, arguments)
				: hop.degraded(Effect.PARTLY_ELSEWHERE, code, arguments);
	}

	private boolean covered(List<AlbRule> takers) {
		return this.hosts.stream()
			.allMatch((host) -> this.paths.stream()
				.allMatch((path) -> takers.stream().anyMatch((rule) -> covers(rule, host, path))));
	}

	// A rule for one host is no news to a VirtualService for all: the owner of that host
	// has taken it.
	private boolean takes(AlbRule rule) {
		return this.hosts.stream()
			.filter((host) -> !host.isEmpty() || rule.host().isEmpty())
			.anyMatch((host) -> this.paths.stream().anyMatch((path) -> rule.meets(host, pattern(path))));
	}

	private static boolean covers(AlbRule rule, String host, StringMatch path) {
		return switch (path.kind()) {
			case PREFIX -> rule.covers(host, path.value());
			case EXACT -> !rule.conditional() && rule.takes(host, path.value());
			default -> rule.covers(host, "/");
		};
	}

	private static AlbPattern pattern(StringMatch path) {
		return switch (path.kind()) {
			case PREFIX -> new AlbPattern(path.value() + "*");
			case EXACT -> new AlbPattern(path.value());
			default -> new AlbPattern("*");
		};
	}

}
