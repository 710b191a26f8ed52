package dev.sekisho.route.web;

import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.ObjectName;
import dev.sekisho.web.VisibleText;

/**
 * A row of the report of what depends on the order of creation.
 *
 * @param method the method of the request that proves it
 * @param target its path and query
 * @param host the virtual host
 * @param proof the address that explains it
 * @param today who wins today
 * @param created since when that object is there
 * @param rebuilt who would win
 * @param why when that happens
 * @param otherTeam whether the request would go to another namespace
 * @param fix what to do, with names in backticks
 */
record OrderRow(String method, String target, String host, String proof, String today, @Nullable Instant created,
		String rebuilt, String why, boolean otherTeam, String fix) {

	static OrderRow of(OrderReport.Item item, RouteTexts texts, Locale locale) {
		RouteFinding.Witness witness = item.witness();
		String today = name(item.today(), texts, locale);
		String rebuilt = name(item.rebuilt(), texts, locale);
		return new OrderRow(witness.method(), VisibleText.of(witness.target()), VisibleText.of(item.virtualHost()),
				TryLink.query(witness.method(), "https://" + witness.host() + witness.target(), witness.headers()),
				today, item.today().created(), rebuilt, texts.message("order.why." + item.rebuild(), locale),
				!item.sameNamespace(), texts.message("order.fix." + item.fix(), locale, today, rebuilt,
						path(item.today()), path(item.rebuilt())));
	}

	private static String path(OrderReport.Winner winner) {
		return (winner.path() != null) ? winner.path() : "…";
	}

	private static String name(OrderReport.Winner winner, RouteTexts texts, Locale locale) {
		ObjectName name = winner.virtualService();
		if (name != null) {
			return name.toString();
		}
		return texts.message(winner.none() ? "order.none" : "hidden", locale);
	}

}
