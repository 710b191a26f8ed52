package dev.sekisho.check.ownership;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;

import dev.sekisho.check.Argument;
import dev.sekisho.check.Examination;
import dev.sekisho.check.Fix;
import dev.sekisho.check.JsonPatchOperation;
import dev.sekisho.check.Located;
import dev.sekisho.check.Need;
import dev.sekisho.check.Occurrence;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;
import dev.sekisho.route.RawManifest;

/**
 * The annotations {@code sekisho.dev/*} of a VirtualService are the portal's: by them it
 * tells its own writes.
 */
class ReservedAnnotation implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.blocking("SKS0703").needing(Need.CHANGE);
	}

	@Override
	public void check(Examination examination, Report report) {
		GenericKubernetesResource live = examination.proposal().live();
		JsonNode before = (live != null) ? RawManifest.tree(live) : MissingNode.getInstance();
		Located annotations = new Located("/metadata/annotations",
				examination.manifest().path("metadata").path("annotations"));
		for (Located annotation : annotations.fields()) {
			if (annotation.name().startsWith("sekisho.dev/")
					&& !before.at(annotation.path()).equals(annotation.node())) {
				report.add(this,
						Occurrence.at(annotation.path(), Argument.text(annotation.name()))
							.repairedBy(new Fix("check.fix.strip",
									List.of(new JsonPatchOperation("remove", annotation.path(), null)))));
			}
		}
	}

}
