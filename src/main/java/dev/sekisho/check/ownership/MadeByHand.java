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

/**
 * The VirtualService was written through the portal before. If not, this change adopts
 * it.
 */
class MadeByHand implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.notice("SKS0704").needing(Need.CHANGE, Need.SHARED_GATEWAY);
	}

	@Override
	public void check(Examination examination, Report report) {
		GenericKubernetesResource live = examination.proposal().live();
		if (live != null && RawManifest.tree(live)
			.path("metadata")
			.path("annotations")
			.path("sekisho.dev/change")
			.isMissingNode()) {
			report.add(this, Occurrence.at("", Argument.text(examination.virtualService().toString())));
		}
	}

}
