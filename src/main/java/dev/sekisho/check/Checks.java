package dev.sekisho.check;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.sekisho.check.Proposal.Action;
import dev.sekisho.route.LiveTable;
import dev.sekisho.routing.ObjectName;
import dev.sekisho.routing.impact.TrafficImpact;
import dev.sekisho.routing.table.RoutingWorld;

/**
 * Checks a proposal against every rule.
 */
@Component
public class Checks {

	private static final Logger logger = LoggerFactory.getLogger(Checks.class);

	private final Surroundings surroundings;

	Checks(Surroundings surroundings) {
		this.surroundings = surroundings;
	}

	/**
	 * Checks a proposal. Never fails because of what the manifest holds: that is a
	 * finding.
	 * @param proposal the proposal
	 * @param table the route table as it is
	 * @param stage when it is checked
	 * @return the findings and the traffic impact
	 */
	public Verdict check(Proposal proposal, LiveTable table, Stage stage) {
		RoutingWorld after = after(proposal, table.world());
		TrafficImpact impact = TrafficImpact.between(table.world(), after);
		Examination examination = Examination.of(proposal, table, after, impact, stage, this.surroundings);
		Report report = new Report();
		RuleCatalog.check(examination, report, RuleCatalog.RULES,
				(code, ex) -> logger.error("Check {} failed on {}", code.code(), examination.virtualService(), ex));
		requireReadable(examination, report);
		return new Verdict(report.findings(), impact, after);
	}

	// What the engine can't read it can't compare with the routes of others. The rules
	// say what is wrong; this is for what they overlook.
	private static void requireReadable(Examination examination, Report report) {
		boolean blocked = report.findings().stream().anyMatch((finding) -> finding.severity() == Severity.BLOCKING);
		examination.after()
			.unreadable()
			.stream()
			.filter((object) -> !blocked && object.kind().equals("VirtualService")
					&& object.name().equals(examination.virtualService()))
			.forEach((object) -> RuleCatalog.unfinished(report, "/spec", object.reason()));
	}

	private static RoutingWorld after(Proposal proposal, RoutingWorld world) {
		if (proposal.action() == Action.DELETE || proposal.proposed() == null) {
			return world.withoutVirtualService(
					new ObjectName(proposal.virtualService().namespace(), proposal.virtualService().name()));
		}
		return world.with(new ProposedManifest(proposal).manifest());
	}

}
