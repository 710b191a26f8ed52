package dev.sekisho.route;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.web.VisibleText;

/**
 * What pages say of a frozen gateway to one reader, with the fragment
 * {@code route/frozen}.
 */
@Component
public class FrozenPanel {

	private final FrozenGateways frozen;

	private final Owners owners;

	FrozenPanel(FrozenGateways frozen, Owners owners) {
		this.frozen = frozen;
		this.owners = owners;
	}

	/**
	 * The panel.
	 * @param table the gateway's route table
	 * @param visible the namespaces the reader may see
	 * @return the panel; empty if the gateway isn't frozen
	 */
	public Optional<Content> of(LiveTable table, Predicate<String> visible) {
		List<Culprit> culprits = this.frozen.culprits(table);
		if (culprits.isEmpty()) {
			return Optional.empty();
		}
		Instant since = culprits.stream()
			.map(Culprit::since)
			.filter(Objects::nonNull)
			.min(Comparator.naturalOrder())
			.orElse(null);
		List<Named> named = culprits.stream()
			.filter((culprit) -> visible.test(culprit.virtualService().namespace()))
			.map(this::named)
			.toList();
		boolean known = culprits.stream().allMatch((culprit) -> culprit.since() != null);
		return Optional.of(new Content(known ? since : null, named, culprits.size() - named.size()));
	}

	private Named named(Culprit culprit) {
		Owner owner = this.owners.of(culprit.virtualService().namespace());
		return new Named(culprit.virtualService(), owner.team(), VisibleText.of(owner.contact()),
				culprit.flaws().stream().map(Wrong::of).toList());
	}

	/**
	 * What the panel says.
	 *
	 * @param since since when no change arrives; {@code null} if that isn't known
	 * @param culprits the VirtualServices that freeze the gateway, as far as the reader
	 * sees them
	 * @param hidden how many others there are
	 */
	public record Content(@Nullable Instant since, List<Named> culprits, int hidden) {

	}

	/**
	 * A VirtualService that freezes the gateway.
	 *
	 * @param key its key
	 * @param team the team behind it
	 * @param contact how to reach the team; may be empty
	 * @param flaws what Envoy refuses
	 */
	public record Named(ObjectKey key, String team, String contact, List<Wrong> flaws) {

	}

	/**
	 * A value that Envoy refuses, ready to be shown.
	 *
	 * @param code the code of the check that finds it
	 * @param path JSON pointer of the field
	 * @param arguments the arguments of the check's message
	 */
	public record Wrong(String code, String path, Object[] arguments) {

		private static Wrong of(Culprit.Flaw flaw) {
			return new Wrong(flaw.code(), VisibleText.of(flaw.path()),
					flaw.arguments().stream().map((argument) -> "`" + VisibleText.of(argument) + "`").toArray());
		}

	}

}
