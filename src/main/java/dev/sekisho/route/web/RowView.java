package dev.sekisho.route.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.RouteAction;
import dev.sekisho.web.VisibleText;

/**
 * A row of the list of routes as the page shows it. A hidden one has a position and
 * nothing else.
 *
 * @param position its place in the virtual host
 * @param visible whether the reader sees it
 * @param match its conditions, line by line
 * @param destinations where it leads, line by line
 * @param namespace the namespace of its VirtualService
 * @param name the name of its VirtualService
 * @param created when that was created; {@code null} if it isn't known
 * @param why why it comes after the row above; empty where the date says so
 * @param sameObject whether the row above is of the same VirtualService
 * @param team who owns it
 * @param state its state, as icons know it
 * @param stateText its state in words
 * @param dead whether no request gets to it
 * @param notes what is to be said about it
 * @param own whether the reader is an author in its namespace
 * @param tryUrl a URL that it matches, as far as one can be made up
 */
record RowView(int position, boolean visible, List<MatchLine> match, List<String> destinations, String namespace,
		String name, @Nullable Instant created, String why, boolean sameObject, String team, String state,
		String stateText, boolean dead, List<Note> notes, boolean own, String tryUrl) {

	static RowView hidden(RouteRow row) {
		return new RowView(row.position(), false, List.of(), List.of(), "", "", null, "", false, "", "", "", false,
				List.of(), false, "");
	}

	static RowView of(RouteRow row, String team, boolean own, RouteTexts texts, Locale locale) {
		MatchView match = Objects.requireNonNull(row.match());
		RankView rank = Objects.requireNonNull(row.rank());
		String namespace = Objects.requireNonNull(row.virtualService()).namespace();
		List<Note> notes = row.findings()
			.stream()
			.map((finding) -> new Note(tone(finding), texts.finding(row, finding, locale), TryLink.of(finding)))
			.toList();
		return new RowView(row.position(), true, MatchLine.of(match),
				destinations(Objects.requireNonNull(row.destination()), namespace, texts, locale), namespace,
				row.virtualService().name(), rank.created(), why(rank, texts, locale),
				rank.reason() == RankView.Reason.SAME_OBJECT, VisibleText.of(team), icon(row.state()),
				texts.message("state." + row.state().value(), locale), row.state() == RouteState.NEVER_REACHED, notes,
				own, TryLink.url(row.virtualHost(), match.path()));
	}

	private static String why(RankView rank, RouteTexts texts, Locale locale) {
		return switch (rank.reason()) {
			case FIRST, CREATED -> "";
			case SAME_OBJECT, SAME_TIME, BUCKET, CATCH_ALL -> texts.message("why." + rank.reason().value(), locale);
		};
	}

	private static String tone(RouteFinding finding) {
		return finding.severity().equals("info") ? "" : finding.severity();
	}

	private static String icon(RouteState state) {
		return switch (state) {
			case LIVE -> "live";
			case DEGRADED -> "degraded";
			case DOWN, NEVER_REACHED -> "down";
			case UNKNOWN, HIDDEN -> "unknown";
		};
	}

	private static List<String> destinations(ActionView action, String namespace, RouteTexts texts, Locale locale) {
		List<String> lines = new ArrayList<>();
		long sum = action.destinations().stream().mapToLong(ActionView.Destination::weight).sum();
		for (ActionView.Destination destination : action.destinations()) {
			String share = (action.destinations().size() > 1 && sum > 0)
					? " · " + Math.round(destination.weight() * 100.0 / sum) + "%" : "";
			lines.add(VisibleText.of(destination.shortName(namespace) + share));
		}
		RouteAction.Redirect redirect = action.redirect();
		if (redirect != null) {
			lines.add(texts.message("does.redirect", locale, redirect.code()));
		}
		else if (action.destinations().isEmpty()) {
			lines.add(texts.message("does.respond", locale, action.status()));
		}
		if (action.rewrite() != null && action.rewrite().uri() != null) {
			lines.add(texts.message("does.rewrite", locale, action.rewrite().uri()));
		}
		return lines;
	}

	/**
	 * A note on a row.
	 *
	 * @param tone {@code bad}, {@code warn} or empty
	 * @param text the sentence
	 * @param proof the request that proves it, as a link to the page that explains it;
	 * empty if there is none
	 */
	record Note(String tone, String text, String proof) {

	}

}
