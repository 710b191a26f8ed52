package dev.sekisho.chain;

import java.util.List;

/**
 * One object that a request passes, or that is read on the way.
 *
 * @param kind the kind of hop
 * @param object the object
 * @param state its state
 * @param reason why
 * @param effect what that means for requests
 * @param evidence the facts the state rests on
 * @param causes what explains a state that isn't healthy
 * @param advice what to do, best first; empty when nothing is to be done
 * @param wire how it is reached, such as {@code HTTPS 443}; may be empty
 * @param pods the pods worth naming: the unhealthy ones, and up to five altogether
 * @param morePods how many healthy pods aren't named
 * @param onPath whether requests pass through it; otherwise it is only read
 * @param zone where it lives
 * @param planned whether it doesn't exist as described yet
 */
public record Hop(HopKind kind, ObjectRef object, HopState state, Reason reason, Effect effect, List<Evidence> evidence,
		List<Cause> causes, List<Advice> advice, String wire, List<PodDetail> pods, int morePods, boolean onPath,
		Zone zone, boolean planned) {

	public Hop {
		evidence = List.copyOf(evidence);
		causes = List.copyOf(causes);
		advice = List.copyOf(advice);
		pods = List.copyOf(pods);
	}

	/**
	 * Whether something is wrong with it.
	 * @return {@code true} if it is degraded or down
	 */
	public boolean problem() {
		return this.state == HopState.DEGRADED || this.state == HopState.DOWN;
	}

}
