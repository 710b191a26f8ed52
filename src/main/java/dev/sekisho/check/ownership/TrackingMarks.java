package dev.sekisho.check.ownership;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;

import dev.sekisho.check.Argument;
import dev.sekisho.check.Examination;
import dev.sekisho.check.Fix;
import dev.sekisho.check.JsonPatchOperation;
import dev.sekisho.check.Need;
import dev.sekisho.check.Occurrence;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;
import dev.sekisho.route.RawManifest;

/**
 * The manifest has no label or annotation by which another tool would take the object for
 * its own, and remove it when it isn't in its source.
 */
class TrackingMarks implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.blocking("SKS0702").needing(Need.CHANGE);
	}

	@Override
	public void check(Examination examination, Report report) {
		GenericKubernetesResource live = examination.proposal().live();
		JsonNode before = (live != null) ? RawManifest.tree(live) : MissingNode.getInstance();
		for (Tracking mark : Tracking.of(examination.manifest())) {
			if (!before.at(mark.field().path()).equals(mark.field().node())) {
				report.add(this,
						Occurrence
							.at(mark.field().path(), Argument.text(mark.field().name()), Argument.text(mark.tool()))
							.repairedBy(new Fix("check.fix.strip",
									List.of(new JsonPatchOperation("remove", mark.field().path(), null)))));
			}
		}
	}

}
