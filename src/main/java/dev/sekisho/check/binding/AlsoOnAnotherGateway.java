package dev.sekisho.check.binding;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;

import dev.sekisho.check.Argument;
import dev.sekisho.check.Examination;
import dev.sekisho.check.Located;
import dev.sekisho.check.Need;
import dev.sekisho.check.Occurrence;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.route.RawManifest;
import dev.sekisho.routing.GatewayReference;

/**
 * The VirtualService as it is now is bound to no other gateway. A change of it would
 * change that gateway's routes too, which other people review.
 */
class AlsoOnAnotherGateway implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.blocking("SKS0111").needing(Need.CHANGE, Need.SHARED_GATEWAY);
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
			if (!GatewayReference.resolve(reference.text(), examination.namespace()).equals(gateway.toString())) {
				report.add(this, Occurrence.at("/spec/gateways", Argument.text(reference.text()),
						Argument.text(gateway.toString())));
			}
		}
	}

}
