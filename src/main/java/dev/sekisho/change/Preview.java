package dev.sekisho.change;

import java.util.List;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;

import dev.sekisho.check.Verdict;
import dev.sekisho.cluster.ClusterException;
import dev.sekisho.cluster.Freshness;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.route.SharedGateway;

/**
 * What a draft would do. Nothing of it is stored.
 *
 * @param action what is done
 * @param virtualService the VirtualService it is about
 * @param proposed how it shall be; {@code null} for a delete
 * @param live how it is; {@code null} if there is none
 * @param sharedGateway the shared gateway
 * @param baseline what the draft is made from
 * @param diff the difference as unified diff; empty if there is none
 * @param verdict what the checks say
 * @param digest what the traffic impact comes down to
 * @param dropped fields of the manifest that were left out because a server fills them in
 * @param freshness how old the route table may be
 * @param dryRun what the API server says; {@code null} if it wasn't asked
 */
public record Preview(Action action, ObjectKey virtualService, @Nullable GenericKubernetesResource proposed,
		@Nullable GenericKubernetesResource live, SharedGateway sharedGateway, Baseline baseline, String diff,
		Verdict verdict, ImpactDigest digest, List<String> dropped, Freshness freshness, @Nullable DryRun dryRun) {

	public Preview {
		dropped = List.copyOf(dropped);
	}

	Preview with(DryRun result) {
		return new Preview(this.action, this.virtualService, this.proposed, this.live, this.sharedGateway,
				this.baseline, this.diff, this.verdict, this.digest, this.dropped, this.freshness, result);
	}

	/**
	 * What the API server says when asked without storing.
	 *
	 * @param accepted whether it would take the object
	 * @param message why not, in its own words; empty if it would
	 * @param causes the fields it refused
	 * @param warnings its warnings
	 */
	public record DryRun(boolean accepted, String message, List<ClusterException.Cause> causes, List<String> warnings) {

		public DryRun {
			causes = List.copyOf(causes);
			warnings = List.copyOf(warnings);
		}

	}

}
