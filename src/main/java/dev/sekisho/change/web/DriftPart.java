package dev.sekisho.change.web;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.sekisho.change.Drift;
import dev.sekisho.change.FieldChange;
import dev.sekisho.change.Settlements.Way;
import dev.sekisho.web.VisibleText;

/**
 * What the page of a change says of its drift.
 *
 * @param reason a code
 * @param by who wrote last; empty if unknown
 * @param since when that was; {@code null} if unknown
 * @param keptBy the tool that keeps the VirtualService; empty for none
 * @param fields the first fields that differ
 * @param more how many more there are
 * @param adoptable whether the live state can become the approved one
 */
record DriftPart(String reason, String by, @Nullable Instant since, String keptBy, List<Field> fields, int more,
		boolean adoptable) {

	private static final int SHOWN = 50;

	private static final int LONGEST = 300;

	static @Nullable DriftPart of(@Nullable Drift drift) {
		if (drift == null) {
			return null;
		}
		List<Field> fields = drift.fields().stream().limit(SHOWN).map(Field::of).toList();
		return new DriftPart(drift.reason(), VisibleText.of(drift.by()), drift.since(), drift.keptBy(), fields,
				drift.fields().size() - fields.size(), Way.ADOPT.fits(drift));
	}

	/**
	 * A field that differs.
	 *
	 * @param path where
	 * @param before what was approved; empty for nothing
	 * @param after what is live; empty for nothing
	 */
	record Field(String path, String before, String after) {

		static Field of(FieldChange change) {
			return new Field(VisibleText.of(change.path()), shown(change.before()), shown(change.after()));
		}

		private static String shown(@Nullable String json) {
			String text = (json != null) ? VisibleText.of(json) : "";
			return (text.length() > LONGEST) ? text.substring(0, LONGEST) + "…" : text;
		}

	}

}
