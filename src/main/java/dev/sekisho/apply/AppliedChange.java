package dev.sekisho.apply;

import java.time.Duration;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.sekisho.chain.LastChange;
import dev.sekisho.change.ChangeStatus.Applied;
import dev.sekisho.change.Condition;
import dev.sekisho.change.Drift;
import dev.sekisho.change.RouteChange;
import dev.sekisho.route.VirtualServices;

/**
 * Looks whether the live object still is what the last apply got back. Shows drift and
 * who did it; never fights it.
 */
@Component
class AppliedChange {

	private static final Duration LOOK_AGAIN = Duration.ofMinutes(10);

	private final VirtualServices virtualServices;

	private final VirtualServiceWriter writer;

	private final Drifts drifts;

	AppliedChange(VirtualServices virtualServices, VirtualServiceWriter writer, Drifts drifts) {
		this.virtualServices = virtualServices;
		this.writer = writer;
		this.drifts = drifts;
	}

	// What the watch shows is enough to say that nothing differs; before drift is said,
	// the API server is asked, which also knows who wrote.
	Step look(Case file) {
		RouteChange change = file.change();
		Applied applied = change.status().applied();
		if (applied == null) {
			return Step.done(change.status());
		}
		Optional<Drift> drift = Drift.of(change, file.proposed(), this.virtualServices.find(change.virtualService()));
		if (drift.isPresent()) {
			drift = Drift.of(change, file.proposed(), this.writer.live(change));
		}
		this.drifts.seen(change.virtualService(), drift.map(AppliedChange::shown).orElse(null),
				new LastChange(change.key(),
						change.status().condition(Condition.REVIEWED).map(Condition::lastTransitionTime).orElse(null),
						applied.time()));
		if (drift.isEmpty() && change.status().condition(Condition.DRIFTED).isEmpty()) {
			return Step.again(change.status(), LOOK_AGAIN);
		}
		return Step.again(file.with(Condition.DRIFTED, drift.isPresent(), drift.map(Drift::reason).orElse("AsApplied"),
				drift.map(Drift::message).orElse("")), LOOK_AGAIN);
	}

	private static dev.sekisho.chain.Drift shown(Drift drift) {
		return new dev.sekisho.chain.Drift(drift.since(), drift.by());
	}

}
