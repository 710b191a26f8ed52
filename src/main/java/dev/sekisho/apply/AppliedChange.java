package dev.sekisho.apply;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.sekisho.chain.LastChange;
import dev.sekisho.change.Action;
import dev.sekisho.change.ChangeStatus.Applied;
import dev.sekisho.change.Condition;
import dev.sekisho.change.Hashes;
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
		Drift drift = drift(change, applied, this.virtualServices.find(change.virtualService()));
		if (drift.found()) {
			drift = drift(change, applied, this.writer.live(change));
		}
		this.drifts.seen(change.virtualService(), drift.found() ? drift.shown() : null,
				new LastChange(change.key(),
						change.status().condition(Condition.REVIEWED).map(Condition::lastTransitionTime).orElse(null),
						applied.time()));
		if (!drift.found() && change.status().condition(Condition.DRIFTED).isEmpty()) {
			return Step.again(change.status(), LOOK_AGAIN);
		}
		return Step.again(file.with(Condition.DRIFTED, drift.found(), drift.reason(), drift.message()), LOOK_AGAIN);
	}

	private static Drift drift(RouteChange change, Applied applied, Optional<GenericKubernetesResource> live) {
		if (live.isEmpty()) {
			return (change.action() == Action.DELETE) ? Drift.NONE
					: new Drift(true, "Deleted", "The VirtualService is gone.", null);
		}
		if (change.action() == Action.DELETE) {
			return Drift.by(live.get(), "CreatedAgain", "The VirtualService exists again.");
		}
		if (!applied.uid().equals(live.get().getMetadata().getUid())) {
			return Drift.by(live.get(), "Replaced", "Another VirtualService has the name now.");
		}
		if (applied.hash().equals(Hashes.ofVirtualService(live.get()))) {
			return Drift.NONE;
		}
		return Drift.by(live.get(), "Changed", "The VirtualService was changed outside Sekisho.");
	}

	/**
	 * How the live object differs from what was written.
	 *
	 * @param found whether it does
	 * @param reason a code
	 * @param message the same in words
	 * @param writer who wrote last; {@code null} if that isn't known
	 */
	private record Drift(boolean found, String reason, String message, @Nullable ManagedFieldsEntry writer) {

		static final Drift NONE = new Drift(false, "AsApplied", "", null);

		static Drift by(GenericKubernetesResource live, String reason, String message) {
			ManagedFieldsEntry writer = live.getMetadata()
				.getManagedFields()
				.stream()
				.filter((entry) -> entry.getTime() != null && !"sekisho".equals(entry.getManager()))
				.max(Comparator.comparing(ManagedFieldsEntry::getTime))
				.orElse(null);
			String who = (writer != null) ? " Last writer: " + writer.getManager() + ", " + writer.getTime() + "."
					: " The last writer isn't known.";
			return new Drift(true, reason, message + who, writer);
		}

		dev.sekisho.chain.Drift shown() {
			return (this.writer != null)
					? new dev.sekisho.chain.Drift(Instant.parse(this.writer.getTime()), this.writer.getManager())
					: new dev.sekisho.chain.Drift(null, "");
		}

	}

}
