package dev.sekisho.change.web;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.sekisho.change.ChangeStatus.Applied;
import dev.sekisho.change.RouteChange;
import dev.sekisho.route.Culprit;
import dev.sekisho.route.FrozenGateways;
import dev.sekisho.route.RouteTables;

/**
 * Tells whether a change isn't served because its gateway is frozen. What was written
 * before the gateway froze may be served.
 */
@Component
class HeldBack {

	private final RouteTables tables;

	private final FrozenGateways frozen;

	HeldBack(RouteTables tables, FrozenGateways frozen) {
		this.tables = tables;
		this.frozen = frozen;
	}

	boolean is(RouteChange change) {
		Applied applied = change.status().applied();
		Instant written = (applied != null) ? applied.time() : null;
		return this.tables.find(change.sharedGateway())
			.map(this.frozen::culprits)
			.orElse(List.of())
			.stream()
			.anyMatch((culprit) -> holds(culprit, written));
	}

	static boolean holds(Culprit culprit, @Nullable Instant written) {
		Instant since = culprit.since();
		return written == null || (since != null && !since.isAfter(written));
	}

}
