package dev.sekisho.check;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.sekisho.cluster.Freshness;
import dev.sekisho.route.LiveTable;
import dev.sekisho.routing.impact.TrafficImpact;
import dev.sekisho.routing.table.RoutingWorld;
import dev.sekisho.routing.validation.Judgement;

/**
 * Asks the rules without a cluster: those for which enough is known. Remembers which it
 * couldn't ask.
 */
public final class OfflineChecks {

	private static final Freshness FRESHNESS = new Freshness(Freshness.State.NOT_SERVED, null, "");

	private static final TrafficImpact NOTHING = new TrafficImpact(List.of(), List.of(), List.of(), 0);

	private final Surroundings surroundings;

	private final Map<Set<Need>, List<Rule>> asked = new HashMap<>();

	private final Map<Need, Set<String>> notAsked = new EnumMap<>(Need.class);

	/**
	 * Creates the checks.
	 * @param surroundings what is known beside the route table
	 */
	public OfflineChecks(Surroundings surroundings) {
		this.surroundings = surroundings;
	}

	/**
	 * Checks a proposal, or a VirtualService that stands already: then what is proposed
	 * is what is live.
	 * @param proposal the proposal
	 * @param judgement what the API server, istiod and Envoy would say
	 * @param before the world as it is
	 * @param after the world as it would be; the same if nothing changes
	 * @param known what is known
	 * @return the findings, the gravest first
	 */
	public List<Finding> check(Proposal proposal, Judgement judgement, RoutingWorld before, RoutingWorld after,
			Set<Need> known) {
		TrafficImpact impact = (before != after) ? TrafficImpact.between(before, after) : NOTHING;
		LiveTable table = new LiveTable(proposal.gateway(), before, before.routeTable(), FRESHNESS, 0, "");
		Examination examination = Examination.of(proposal, table, after, impact, Stage.DRAFT, this.surroundings,
				judgement);
		Report report = new Report();
		RuleCatalog.check(examination, report, this.asked.computeIfAbsent(known, this::asked), (code, ex) -> {
		});
		return report.findings();
	}

	/**
	 * The rules that weren't asked.
	 * @return their codes, by the first thing that wasn't known
	 */
	public Map<Need, Set<String>> notAsked() {
		return this.notAsked;
	}

	private List<Rule> asked(Set<Need> known) {
		return RuleCatalog.RULES.stream().filter((rule) -> isAsked(rule.code(), known)).toList();
	}

	private boolean isAsked(RuleCode code, Set<Need> known) {
		return code.needs().stream().sorted().filter((need) -> !known.contains(need)).findFirst().map((need) -> {
			this.notAsked.computeIfAbsent(need, (key) -> new TreeSet<>()).add(code.code());
			return false;
		}).orElse(true);
	}

}
