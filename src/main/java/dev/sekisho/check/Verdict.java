package dev.sekisho.check;

import java.util.List;

import dev.sekisho.routing.impact.TrafficImpact;
import dev.sekisho.routing.table.RoutingWorld;

/**
 * What the checks say about a proposal.
 *
 * @param findings the findings, the gravest first
 * @param impact the requests that would be answered differently
 * @param after the world as it would be
 */
public record Verdict(List<Finding> findings, TrafficImpact impact, RoutingWorld after) {

	public Verdict {
		findings = List.copyOf(findings);
	}

	/**
	 * Whether anything stands against it.
	 * @return {@code true} if there is a blocking finding
	 */
	public boolean blocked() {
		return this.findings.stream().anyMatch((finding) -> finding.severity() == Severity.BLOCKING);
	}

}
