package dev.sekisho.change.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.sekisho.change.Phase;
import dev.sekisho.change.RouteChange;
import dev.sekisho.change.parts.ChangeTexts;
import dev.sekisho.web.Paging;

/**
 * A page of the list of changes.
 *
 * @param filter what is shown
 * @param facets the phases with how many changes are in each
 * @param rows the rows of this page, the latest first
 * @param paging where this page stands
 * @param namespaces the namespaces there are to choose from
 * @param authors the authors there are to choose from
 * @param total how many changes there are in all
 * @param seen when a change moved last, as milliseconds; what moves later is news
 */
record ChangeList(ChangeFilter filter, List<Facet> facets, List<ChangeRow> rows, Paging paging, List<String> namespaces,
		List<String> authors, int total, long seen) {

	private static final int SIZE = 50;

	private static final List<Phase> ORDER = List.of(Phase.PENDING, Phase.APPROVED, Phase.APPLIED, Phase.STALE,
			Phase.FAILED, Phase.REJECTED, Phase.WITHDRAWN);

	private static final Map<Phase, String> TONES = Map.of(Phase.PENDING, "plan", Phase.STALE, "warning", Phase.FAILED,
			"danger");

	static ChangeList of(List<RouteChange> all, ChangeFilter filter, ChangeRows rows, ChangeTexts texts,
			Locale locale) {
		List<RouteChange> found = all.stream().filter(filter::finds).toList();
		List<RouteChange> shown = found.stream()
			.filter((change) -> filter.phase() == null || filter.phase() == change.phase())
			.toList();
		Paging paging = new Paging(filter.page(), SIZE, shown.size(), filter.address());
		long seen = all.stream().map(ChangeRows::last).mapToLong(Instant::toEpochMilli).max().orElse(0);
		return new ChangeList(filter, facets(found, filter, texts, locale),
				shown.stream().skip(paging.offset()).limit(SIZE).map((change) -> rows.of(change, locale)).toList(),
				paging, choices(all, (change) -> change.key().namespace()),
				choices(all, (change) -> change.author().username()), all.size(), seen);
	}

	/**
	 * How many changes moved since a list was shown.
	 * @param all the changes
	 * @param filter what the list shows
	 * @param seen when a change had moved last then
	 * @return how many of what the list shows are news
	 */
	static long news(List<RouteChange> all, ChangeFilter filter, long seen) {
		return all.stream()
			.filter(filter::finds)
			.filter((change) -> ChangeRows.last(change).toEpochMilli() > seen)
			.count();
	}

	private static List<Facet> facets(List<RouteChange> found, ChangeFilter filter, ChangeTexts texts, Locale locale) {
		Map<Phase, Long> counts = found.stream()
			.collect(Collectors.groupingBy(RouteChange::phase, Collectors.counting()));
		List<Facet> facets = new ArrayList<>();
		facets
			.add(new Facet(texts.text("list.all", locale), found.size(), filter.in(null), filter.phase() == null, ""));
		ORDER.forEach((phase) -> facets
			.add(new Facet(texts.text("phase." + phase.text(), locale), counts.getOrDefault(phase, 0L),
					filter.in(phase), filter.phase() == phase, TONES.getOrDefault(phase, ""))));
		return facets;
	}

	private static List<String> choices(List<RouteChange> all, Function<RouteChange, String> choice) {
		return all.stream().map(choice).distinct().sorted().toList();
	}

	/**
	 * A quick filter.
	 *
	 * @param text its name
	 * @param count how many changes it shows
	 * @param href where it leads
	 * @param current whether it is the one that is on
	 * @param tone the tone of its icon; empty for none
	 */
	record Facet(String text, long count, @Nullable String href, boolean current, String tone) {

	}

}
