package dev.sekisho.change;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import org.jspecify.annotations.Nullable;

import dev.sekisho.change.ChangeStatus.Applied;

/**
 * How a live VirtualService differs from what an applied change made of it.
 *
 * @param reason {@code Changed}, {@code Deleted}, {@code Replaced} or
 * {@code CreatedAgain}
 * @param by who wrote last, as the API server names the writer; empty if that isn't known
 * @param since when that was; {@code null} if that isn't known
 * @param keptBy the tool that keeps the live object; empty for none
 * @param live the live object; {@code null} if it is gone
 * @param fields the fields that differ; empty unless both states are there
 */
public record Drift(String reason, String by, @Nullable Instant since, String keptBy,
		@Nullable GenericKubernetesResource live, List<FieldChange> fields) {

	private static final String PORTAL = "sekisho";

	public Drift {
		fields = List.copyOf(fields);
	}

	/**
	 * Compares.
	 * @param change an applied change
	 * @param proposed the VirtualService it wrote; {@code null} for a delete
	 * @param live the live VirtualService, if there is one
	 * @return the drift; empty if the live object is as it was written
	 */
	public static Optional<Drift> of(RouteChange change, @Nullable GenericKubernetesResource proposed,
			Optional<GenericKubernetesResource> live) {
		Applied applied = change.status().applied();
		String reason = (applied != null) ? reason(change, applied, live.orElse(null)) : "";
		return reason.isEmpty() ? Optional.empty() : Optional.of(of(reason, proposed, live.orElse(null)));
	}

	private static String reason(RouteChange change, Applied applied, @Nullable GenericKubernetesResource live) {
		boolean deleted = change.action() == Action.DELETE;
		if (live == null) {
			return deleted ? "" : "Deleted";
		}
		if (deleted) {
			return "CreatedAgain";
		}
		if (!applied.uid().equals(live.getMetadata().getUid())) {
			return "Replaced";
		}
		return applied.hash().equals(Hashes.ofVirtualService(live)) ? "" : "Changed";
	}

	private static Drift of(String reason, @Nullable GenericKubernetesResource proposed,
			@Nullable GenericKubernetesResource live) {
		if (live == null) {
			return new Drift(reason, "", null, "", null, List.of());
		}
		Optional<ManagedFieldsEntry> writer = live.getMetadata()
			.getManagedFields()
			.stream()
			.filter((entry) -> entry.getTime() != null && !PORTAL.equals(entry.getManager()))
			.max(Comparator.comparing(ManagedFieldsEntry::getTime));
		String keeper = OtherManagers.of(live);
		return new Drift(reason, writer.map(ManagedFieldsEntry::getManager).map(RouteChange::text).orElse(""),
				writer.map(ManagedFieldsEntry::getTime).map(Instant::parse).orElse(null),
				(keeper != null) ? keeper : "", live,
				(proposed != null) ? FieldChange.between(proposed, live) : List.of());
	}

	/**
	 * The same in words, for the condition of the change.
	 * @return a sentence or two
	 */
	public String message() {
		String what = switch (this.reason) {
			case "Deleted" -> "The VirtualService is gone.";
			case "CreatedAgain" -> "The VirtualService exists again.";
			case "Replaced" -> "Another VirtualService has the name now.";
			default -> "The VirtualService was changed outside Sekisho.";
		};
		if (this.live == null) {
			return what;
		}
		return what + ((this.since != null) ? " Last writer: " + this.by + ", " + this.since + "."
				: " The last writer isn't known.");
	}

}
