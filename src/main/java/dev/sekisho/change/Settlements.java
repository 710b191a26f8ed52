package dev.sekisho.change;

import java.util.Locale;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.sekisho.access.Caller;
import dev.sekisho.change.ChangeRefused.Reason;
import dev.sekisho.cluster.ObjectKey;

/**
 * Ends a drift by a change that goes through review as any other: the live state becomes
 * the approved one, or the other way round.
 */
@Component
public class Settlements {

	private final Changes changes;

	private final Submissions submissions;

	Settlements(Changes changes, Submissions submissions) {
		this.changes = changes;
		this.submissions = submissions;
	}

	/**
	 * Proposes a change that ends the drift of another one. Asking twice makes one
	 * change, as long as the live object is the same.
	 * @param caller who asks
	 * @param key the change that drifted
	 * @param way which state shall be the approved one
	 * @param reason why
	 * @return the change
	 * @throws ChangeRefused if there is no such drift, or as by {@link Submissions}
	 */
	public Submissions.Submitted settle(Caller caller, ObjectKey key, Way way, String reason) {
		ChangeView view = this.changes.open(caller, key);
		Drift drift = view.drift();
		if (drift == null || !way.fits(drift)) {
			throw new ChangeRefused(Reason.NOT_DRIFTED);
		}
		RouteChange change = view.change();
		GenericKubernetesResource wanted = (way == Way.ADOPT) ? drift.live() : view.proposed();
		Baseline baseline = Baseline.of(drift.live());
		String attempt = String.join("\n", way.text(), change.uid(), baseline.uid(), baseline.hash(), reason,
				ended(view));
		return this.submissions.submit(caller, draft(change, wanted),
				new Submissions.Request(reason, "", attempt, baseline, key.name()));
	}

	// After a rejection the same may be proposed again.
	private static String ended(ChangeView view) {
		return view.history()
			.stream()
			.filter((other) -> other.supersedes().equals(view.change().key().name()) && other.phase().closed())
			.map(RouteChange::uid)
			.findFirst()
			.orElse("");
	}

	private static Draft draft(RouteChange change, @Nullable GenericKubernetesResource wanted) {
		ObjectKey virtualService = change.virtualService();
		return (wanted != null)
				? Draft.of(Manifest.read(Yaml.content(wanted), virtualService.namespace()), change.sharedGateway())
				: Draft.delete(virtualService, change.sharedGateway());
	}

	/**
	 * The two ways to end a drift.
	 */
	public enum Way {

		/** What is live becomes what is approved. */
		ADOPT,
		/** What was approved becomes live again. */
		RESTORE;

		/**
		 * The way as addresses write it.
		 * @return such as {@code adopt}
		 */
		public String text() {
			return name().toLowerCase(Locale.ROOT);
		}

		/**
		 * Whether a drift can be ended so. What is gone can't be adopted: a delete needs
		 * an object.
		 * @param drift the drift
		 * @return {@code true} if it can
		 */
		public boolean fits(Drift drift) {
			return this == RESTORE || drift.live() != null;
		}

	}

}
