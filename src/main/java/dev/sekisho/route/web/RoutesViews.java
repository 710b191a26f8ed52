package dev.sekisho.route.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import dev.sekisho.route.FrontDoors;
import dev.sekisho.route.FrozenPanel;
import dev.sekisho.route.LiveTable;
import dev.sekisho.route.Owners;

/**
 * Makes what the page with the list of routes shows.
 */
@Component
class RoutesViews {

	private static final List<RouteState> STATES = List.of(RouteState.LIVE, RouteState.DEGRADED, RouteState.DOWN,
			RouteState.NEVER_REACHED, RouteState.UNKNOWN);

	private final RouteListing listing;

	private final RouteIndexes indexes;

	private final RouteCensus census;

	private final Owners owners;

	private final FrontDoors frontDoors;

	private final FrozenPanel frozen;

	private final RouteTexts texts;

	RoutesViews(RouteListing listing, RouteIndexes indexes, RouteCensus census, Owners owners, FrontDoors frontDoors,
			FrozenPanel frozen, RouteTexts texts) {
		this.listing = listing;
		this.indexes = indexes;
		this.census = census;
		this.owners = owners;
		this.frontDoors = frontDoors;
		this.frozen = frozen;
		this.texts = texts;
	}

	RoutesView fill(LiveTable table, RoutesAddress address, Reader reader, Locale locale, Model model) {
		RoutePage page = this.listing.list(table, address.query(), reader);
		RoutesView view = RoutesView.of(address, page,
				page.rows().stream().map((row) -> row(row, reader, locale)).toList());
		RouteIndex index = this.indexes.of(table);
		model.addAttribute("gateway", table.gateway());
		model.addAttribute("frozen", this.frozen.of(table, reader::sees).orElse(null));
		model.addAttribute("freshness", table.freshness());
		model.addAttribute("view", view);
		model.addAttribute("all", page.all());
		model.addAttribute("facets", facets(table, address, page, reader, locale));
		model.addAttribute("hosts", index.domains(reader.visibility()));
		model.addAttribute("namespaces", namespaces(index, reader));
		model.addAttribute("states", STATES.stream().map(RouteState::value).toList());
		model.addAttribute("own", reader.own().stream().sorted().toList());
		model.addAttribute("exposure", this.frontDoors.exposure(table.gateway()).value());
		return view;
	}

	private RowView row(RouteRow row, Reader reader, Locale locale) {
		if (!row.visible()) {
			return RowView.hidden(row);
		}
		String namespace = Objects.requireNonNull(row.virtualService()).namespace();
		return RowView.of(row, this.owners.of(namespace).team(), reader.own().contains(namespace), this.texts, locale);
	}

	private List<Facet> facets(LiveTable table, RoutesAddress address, RoutePage page, Reader reader, Locale locale) {
		RouteCensus.Counts counts = this.census.of(table, reader);
		List<Facet> facets = new ArrayList<>();
		facets.add(new Facet(this.texts.message("facet.all", locale), count(page.all(), true, locale), address.all(),
				!address.query().filtered(), ""));
		if (!reader.own().isEmpty()) {
			facets.add(new Facet(this.texts.message("facet.own", locale), count(counts.own(), true, locale),
					address.own(), address.query().own(), ""));
		}
		facets.add(state(RouteQuery.WARNINGS, counts.warnings(), "warn", counts, address, locale));
		facets.add(state("never-reached", counts.neverReached(), "bad", counts, address, locale));
		facets.add(state("down", counts.down(), "", counts, address, locale));
		return facets;
	}

	private Facet state(String state, int number, String tone, RouteCensus.Counts counts, RoutesAddress address,
			Locale locale) {
		return new Facet(this.texts.message("facet." + state, locale), count(number, counts.known(), locale),
				address.inState(state), address.query().state().equals(state), tone);
	}

	private static String count(int number, boolean known, Locale locale) {
		return known ? String.format(locale, "%,d", number) : "";
	}

	private TreeMap<String, String> namespaces(RouteIndex index, Reader reader) {
		TreeMap<String, String> teams = new TreeMap<>();
		index.namespaces()
			.stream()
			.filter(reader::sees)
			.forEach((namespace) -> teams.put(namespace, this.owners.of(namespace).team()));
		return teams;
	}

}
