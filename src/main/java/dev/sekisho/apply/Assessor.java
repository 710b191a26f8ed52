package dev.sekisho.apply;

import java.util.List;
import java.util.Locale;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.sekisho.change.ChangeStatus.Found;
import dev.sekisho.change.ImpactDigest;
import dev.sekisho.change.RouteChange;
import dev.sekisho.check.Checks;
import dev.sekisho.check.Finding;
import dev.sekisho.check.Proposal;
import dev.sekisho.check.Stage;
import dev.sekisho.check.Verdict;
import dev.sekisho.route.LiveTable;

/**
 * Judges a change against the present cluster.
 */
@Component
class Assessor {

	private final Checks checks;

	Assessor(Checks checks) {
		this.checks = checks;
	}

	/**
	 * Judges a change.
	 * @param change the change
	 * @param proposed the VirtualService it proposes; {@code null} for a delete
	 * @param live the live VirtualService, if there is one
	 * @param table the route table as it is
	 * @param stage when it is judged
	 * @return the judgement
	 */
	Assessment assess(RouteChange change, @Nullable GenericKubernetesResource proposed,
			@Nullable GenericKubernetesResource live, LiveTable table, Stage stage) {
		Proposal proposal = new Proposal(Proposal.Action.valueOf(change.action().name()), change.virtualService(),
				proposed, live, table.gateway());
		Verdict verdict = this.checks.check(proposal, table, stage);
		List<String> codes = verdict.findings().stream().filter(Finding::acknowledge).map(Finding::code).toList();
		List<Found> found = verdict.findings().stream().map(Assessor::found).toList();
		return new Assessment(ImpactDigest.of(verdict.impact(), codes), found);
	}

	private static Found found(Finding finding) {
		String name = finding.severity().name();
		return new Found(finding.id(), finding.code(), name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT),
				finding.acknowledge(), finding.path());
	}

}
