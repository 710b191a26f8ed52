package dev.sekisho.gateway;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.sekisho.check.ClaimLosses.Loss;
import dev.sekisho.cluster.ClusterException;
import dev.sekisho.route.ClaimOverlap;

/**
 * What a draft of a shared gateway would do.
 *
 * @param draft the draft
 * @param now the SharedGateway as it is, as YAML; empty if there is none
 * @param problem why the spec can't be used, in words; empty if it can
 * @param effect what it does to the routes there are; {@code null} if it can't be used
 * @param manager the tool that keeps it as its own source says; empty if none does
 * @param dryRun what the API server says
 */
public record GatewayPreview(GatewayDraft draft, String now, String problem, @Nullable Effect effect, String manager,
		DryRun dryRun) {

	/**
	 * Names the routes that would lose their claims, to tell whether they are those that
	 * were shown.
	 * @return a text without meaning of its own
	 */
	public String mark() {
		Effect known = this.effect;
		return (known != null) ? Integer.toHexString(known.losses().hashCode()) + "-" + known.losses().size() : "";
	}

	/**
	 * What is only known of a spec that can be used.
	 *
	 * @param gatewayExists whether the Gateway exists
	 * @param rival another shared gateway on the same pods
	 * @param overlaps where its claims overlap
	 * @param routesKnown whether the routes on it are known
	 * @param losses the routes that would lie outside its claims and don't today
	 */
	public record Effect(boolean gatewayExists, Optional<String> rival, List<ClaimOverlap> overlaps,
			boolean routesKnown, List<Loss> losses) {

		public Effect {
			overlaps = List.copyOf(overlaps);
			losses = List.copyOf(losses);
		}

	}

	/**
	 * What the API server says to a write that stores nothing, made as the caller.
	 *
	 * @param refused why it refuses; {@code null} if it doesn't
	 * @param message its words; empty if it accepts
	 * @param causes the fields it refuses
	 * @param warnings its warnings
	 */
	public record DryRun(ClusterException.@Nullable Reason refused, String message, List<ClusterException.Cause> causes,
			List<String> warnings) {

		public DryRun {
			causes = List.copyOf(causes);
			warnings = List.copyOf(warnings);
		}

	}

}
