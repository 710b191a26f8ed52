package dev.sekisho.check.binding;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;

import dev.sekisho.check.Argument;
import dev.sekisho.check.Examination;
import dev.sekisho.check.Located;
import dev.sekisho.check.Occurrence;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.route.RawManifest;

/**
 * The VirtualService as it is now is bound to no other gateway. A change of it would
 * change that gateway's routes too, which other people review.
 */
class AlsoOnAnotherGateway implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.blocking("SKS0111");
	}

	@Override
	public void check(Examination examination, Report report) {
		GenericKubernetesResource live = examination.proposal().live();
		if (live == null) {
			return;
		}
		ObjectKey gateway = examination.gateway().gateway();
		Located gateways = new Located("/spec/gateways", RawManifest.tree(live).path("spec").path("gateways"));
		for (Located reference : gateways.items()) {
			if (!isThis(reference.text(), examination.namespace(), gateway)) {
				report.add(this, Occurrence.at("/spec/gateways", Argument.text(reference.text()),
						Argument.text(gateway.toString())));
			}
		}
	}

	private static boolean isThis(String reference, String namespace, ObjectKey gateway) {
		String name = reference.startsWith("./") ? namespace + reference.substring(1) : reference;
		if (!name.contains("/")) {
			String[] labels = name.split("\\.", -1);
			name = (labels.length > 1) ? labels[1] + "/" + labels[0] : namespace + "/" + name;
		}
		return name.equals(gateway.toString());
	}

}
