package dev.sekisho.change.parts;

import org.jspecify.annotations.Nullable;

import dev.sekisho.route.BalancerNeeds;

/**
 * What a draft or change would do, as pages show it.
 *
 * @param verdict the sentence above everything
 * @param impact what becomes of requests
 * @param checks what the checks found
 * @param diff what becomes of the VirtualService
 * @param balancer what it asks of the load balancers; {@code null} if that isn't known
 */
public record PreviewPart(VerdictPart verdict, ImpactPart impact, CheckPart checks, DiffPart diff,
		@Nullable BalancerNeeds balancer) {

}
