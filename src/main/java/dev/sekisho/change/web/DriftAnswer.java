package dev.sekisho.change.web;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.sekisho.change.Drift;
import dev.sekisho.change.FieldChange;

/**
 * A drift as scripts get it.
 *
 * @param reason {@code Changed}, {@code Deleted}, {@code Replaced} or
 * {@code CreatedAgain}
 * @param by who wrote last, as the API server names the writer; empty if unknown
 * @param since when that was; {@code null} if unknown
 * @param keptBy the tool that keeps the VirtualService, such as Argo CD; empty for none
 * @param fields the fields that differ, as JSON before and after
 */
record DriftAnswer(String reason, String by, @Nullable Instant since, String keptBy, List<FieldChange> fields) {

	static @Nullable DriftAnswer of(@Nullable Drift drift) {
		return (drift != null)
				? new DriftAnswer(drift.reason(), drift.by(), drift.since(), drift.keptBy(), drift.fields()) : null;
	}

}
