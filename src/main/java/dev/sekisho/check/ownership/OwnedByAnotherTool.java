package dev.sekisho.check.ownership;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;

import dev.sekisho.check.Argument;
import dev.sekisho.check.Examination;
import dev.sekisho.check.Need;
import dev.sekisho.check.Occurrence;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;
import dev.sekisho.route.RawManifest;
import dev.sekisho.route.SharedGateway.Delivery;

/**
 * The VirtualService isn't kept by another tool, which would put back what it has: such a
 * change is made where that tool reads it.
 */
class OwnedByAnotherTool implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.blocking("SKS0701").needing(Need.CHANGE, Need.SHARED_GATEWAY);
	}

	@Override
	public void check(Examination examination, Report report) {
		GenericKubernetesResource live = examination.proposal().live();
		if (live == null || examination.gateway().delivery() != Delivery.APPLY) {
			return;
		}
		Tracking.of(RawManifest.tree(live))
			.stream()
			.filter(Tracking::isCertain)
			.findFirst()
			.ifPresent((mark) -> report.add(this,
					Occurrence.at("", Argument.text(mark.tool()), Argument.text(mark.field().name()))));
	}

}
