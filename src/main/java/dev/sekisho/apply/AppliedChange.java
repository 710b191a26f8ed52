package dev.sekisho.apply;

import java.util.Comparator;
import java.util.Optional;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import org.springframework.stereotype.Component;

import dev.sekisho.change.Action;
import dev.sekisho.change.ChangeStatus.Applied;
import dev.sekisho.change.Condition;
import dev.sekisho.change.Hashes;
import dev.sekisho.change.RouteChange;

/**
 * Looks whether the live object still is what the last apply got back. Shows drift and
 * who did it; never fights it.
 */
@Component
class AppliedChange {

	private final VirtualServiceWriter writer;

	private final ApplyProperties properties;

	AppliedChange(VirtualServiceWriter writer, ApplyProperties properties) {
		this.writer = writer;
		this.properties = properties;
	}

	Step look(Case file) {
		RouteChange change = file.change();
		Applied applied = change.status().applied();
		if (applied == null) {
			return Step.done(change.status());
		}
		Optional<GenericKubernetesResource> live = this.writer.live(change);
		Drift drift = drift(change, applied, live);
		if (!drift.found() && change.status().condition(Condition.DRIFTED).isEmpty()) {
			return Step.again(change.status(), this.properties.resync());
		}
		return Step.again(file.with(Condition.DRIFTED, drift.found(), drift.reason(), drift.message()),
				this.properties.resync());
	}

	private static Drift drift(RouteChange change, Applied applied, Optional<GenericKubernetesResource> live) {
		if (live.isEmpty()) {
			return (change.action() == Action.DELETE) ? Drift.NONE
					: new Drift(true, "Deleted", "The VirtualService is gone.");
		}
		if (change.action() == Action.DELETE) {
			return new Drift(true, "CreatedAgain", "The VirtualService exists again. " + lastWriter(live.get()));
		}
		if (!applied.uid().equals(live.get().getMetadata().getUid())) {
			return new Drift(true, "Replaced", "Another VirtualService has the name now. " + lastWriter(live.get()));
		}
		if (applied.hash().equals(Hashes.ofVirtualService(live.get()))) {
			return Drift.NONE;
		}
		return new Drift(true, "Changed", "The VirtualService was changed outside Sekisho. " + lastWriter(live.get()));
	}

	private static String lastWriter(GenericKubernetesResource live) {
		return live.getMetadata()
			.getManagedFields()
			.stream()
			.filter((entry) -> entry.getTime() != null && !"sekisho".equals(entry.getManager()))
			.max(Comparator.comparing(ManagedFieldsEntry::getTime))
			.map((entry) -> "Last writer: " + entry.getManager() + ", " + entry.getTime() + ".")
			.orElse("The last writer isn't known.");
	}

	/**
	 * How the live object differs from what was written.
	 *
	 * @param found whether it does
	 * @param reason a code
	 * @param message the same in words
	 */
	private record Drift(boolean found, String reason, String message) {

		static final Drift NONE = new Drift(false, "AsApplied", "");

	}

}
