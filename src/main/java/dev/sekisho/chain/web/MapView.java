package dev.sekisho.chain.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.springframework.web.util.UriComponentsBuilder;

import dev.sekisho.chain.GatewayMap;
import dev.sekisho.chain.HopState;
import dev.sekisho.web.Paging;
import dev.sekisho.web.VisibleText;

/**
 * The map of a shared gateway as the page shows it: the groups with problems first, of
 * the first ones the worst VirtualServices, of the others only how many there are.
 *
 * @param gateway the shared gateway
 * @param query what was asked for
 * @param address path and query of this page
 * @param hops what all chains have in common
 * @param total how many VirtualServices the reader sees
 * @param hidden how many others there are
 * @param counts how many are in which state
 * @param found how many match the query
 * @param groups the groups on this page
 * @param paging the pages
 * @param asOf until when this is known to be current, in words
 */
record MapView(String gateway, MapQuery query, String address, List<HopView> hops, int total, int hidden,
		List<Count> counts, int found, List<Group> groups, Paging paging, String asOf) {

	private static final int GROUPS = 50;

	private static final int ROWS = 50;

	private static final int WORST = 5;

	private static final int OPEN = 4;

	static MapView of(GatewayMap map, MapQuery query, ChainTexts texts, Locale locale) {
		List<GatewayMap.Entry> found = map.entries().stream().filter(query::matches).toList();
		List<MapGroup> groups = MapGroup.of(found, query)
			.stream()
			.filter((group) -> query.group().isEmpty() || group.name().equals(query.group()))
			.toList();
		boolean one = !query.group().isEmpty();
		int total = one ? groups.stream().mapToInt((group) -> group.entries().size()).sum() : groups.size();
		String address = address(map.sharedGateway(), query);
		Paging paging = new Paging(query.page(), one ? ROWS : GROUPS, total, address);
		Instant asOf = map.asOf();
		return new MapView(map.sharedGateway(), query, address,
				map.shared().stream().map((hop) -> HopView.of(hop, texts, locale)).toList(), map.entries().size(),
				map.hidden(), Count.of(map.entries()), one ? total : found.size(),
				groups(groups, query, paging, texts, locale), paging,
				(asOf != null) ? texts.message("page.as-of", locale, asOf) : texts.message("page.not-read", locale));
	}

	private static List<Group> groups(List<MapGroup> groups, MapQuery query, Paging paging, ChainTexts texts,
			Locale locale) {
		if (!query.group().isEmpty()) {
			return groups.stream()
				.map((group) -> Group.of(group, query, paging.offset(), ROWS, texts, locale))
				.toList();
		}
		List<MapGroup> page = groups.stream().skip(paging.offset()).limit(GROUPS).toList();
		return IntStream.range(0, page.size())
			.mapToObj((at) -> Group.of(page.get(at), query, 0, (at < OPEN) ? WORST : 0, texts, locale))
			.toList();
	}

	private static String address(String gateway, MapQuery query) {
		UriComponentsBuilder address = UriComponentsBuilder.fromPath("/gateways/{gateway}/map");
		address.queryParam("by", query.by());
		add(address, "q", query.text());
		add(address, "state", query.state());
		add(address, "group", query.group());
		return address.queryParam("page", query.page()).encode().buildAndExpand(gateway).toUriString();
	}

	private static void add(UriComponentsBuilder address, String name, String value) {
		if (!value.isEmpty()) {
			address.queryParam(name, value.replace("{", "%7B").replace("}", "%7D"));
		}
	}

	/**
	 * How many are in a state.
	 *
	 * @param state the state
	 * @param count how many
	 */
	record Count(String state, long count) {

		private static List<Count> of(List<GatewayMap.Entry> entries) {
			return Arrays.stream(HopState.values())
				.sorted(Comparator.reverseOrder())
				.map((state) -> new Count(state.code(),
						entries.stream().filter((entry) -> entry.state() == state).count()))
				.filter((count) -> count.count() > 0)
				.toList();
		}

	}

	/**
	 * A group.
	 *
	 * @param name its name
	 * @param total how many VirtualServices it has
	 * @param counts how many are in which state
	 * @param rows the VirtualServices that are named
	 */
	record Group(String name, int total, List<Count> counts, List<Row> rows) {

		private static Group of(MapGroup group, MapQuery query, int offset, int most, ChainTexts texts, Locale locale) {
			boolean all = !query.group().isEmpty() || !query.text().isEmpty() || !query.state().isEmpty();
			return new Group(group.name(), group.entries().size(), Count.of(group.entries()),
					group.entries()
						.stream()
						.filter((entry) -> all || entry.decisive().problem())
						.skip(offset)
						.limit(most)
						.map((entry) -> Row.of(entry, texts, locale))
						.toList());
		}

		/**
		 * How many aren't named here.
		 * @return the number
		 */
		public int more() {
			return this.total - this.rows.size();
		}

	}

	/**
	 * A VirtualService.
	 *
	 * @param namespace its namespace
	 * @param name its name
	 * @param state its state
	 * @param kind the kind of the hop that decides
	 * @param reason what that says
	 * @param paths its first paths
	 * @param hosts its hosts
	 * @param team the team behind it
	 */
	record Row(String namespace, String name, String state, String kind, String reason, String paths, String hosts,
			String team) {

		private static final int PATHS = 2;

		private static Row of(GatewayMap.Entry entry, ChainTexts texts, Locale locale) {
			String paths = String.join(", ", entry.paths().stream().limit(PATHS).map(VisibleText::of).toList());
			return new Row(entry.virtualService().namespace(), entry.virtualService().name(), entry.state().code(),
					texts.message("kind." + entry.decisive().kind().code(), locale),
					texts.text(entry.decisive().reason(), locale),
					(entry.paths().size() > PATHS) ? paths + ", …" : paths,
					VisibleText.of(String.join(", ", entry.hosts())), VisibleText.of(entry.team()));
		}

	}

}
