package dev.sekisho.chain.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.sekisho.chain.GatewayMap;
import dev.sekisho.chain.Hop;
import dev.sekisho.web.Paging;

/**
 * The map of a shared gateway as the REST API tells it.
 *
 * @param sharedGateway the shared gateway
 * @param asOf until when this is known to be current
 * @param shared the hops that all chains have in common
 * @param total how many VirtualServices match
 * @param hidden how many others, which the caller may not see, are bound to the gateway
 * @param page the number of this page, from 1
 * @param pages how many pages there are
 * @param items the VirtualServices, the worst first
 */
record MapBody(String sharedGateway, @Nullable Instant asOf, List<ChainBody.HopBody> shared, int total, int hidden,
		int page, int pages, List<Item> items) {

	private static final int MOST = 500;

	static MapBody of(GatewayMap map, MapQuery query, int size, ChainTexts texts, Locale locale) {
		List<GatewayMap.Entry> found = map.entries()
			.stream()
			.filter(query::matches)
			.filter((entry) -> query.group().isEmpty() || query.groups(entry).contains(query.group()))
			.sorted(MapGroup.WORST_FIRST)
			.toList();
		Paging paging = new Paging(query.page(), Math.min(Math.max(1, size), MOST), found.size(), "");
		return new MapBody(map.sharedGateway(), map.asOf(),
				map.shared().stream().map((hop) -> ChainBody.HopBody.of(hop, texts, locale)).toList(), found.size(),
				map.hidden(), paging.page(), paging.pages(),
				found.stream()
					.skip(paging.offset())
					.limit(paging.size())
					.map((entry) -> Item.of(entry, texts, locale))
					.toList());
	}

	/**
	 * A VirtualService on the map.
	 *
	 * @param namespace its namespace
	 * @param name its name
	 * @param team the team behind it
	 * @param hosts its hosts
	 * @param paths the paths of its routes
	 * @param destinations where it sends
	 * @param state its state, apart from the hops that all have in common
	 * @param hop the kind of the hop that decides
	 * @param reason why, as a code
	 * @param message the same in words
	 * @param requests what it means for requests, as a code
	 */
	record Item(String namespace, String name, String team, List<String> hosts, List<String> paths,
			List<String> destinations, String state, String hop, String reason, String message, String requests) {

		private static Item of(GatewayMap.Entry entry, ChainTexts texts, Locale locale) {
			Hop decisive = entry.decisive();
			return new Item(entry.virtualService().namespace(), entry.virtualService().name(), entry.team(),
					entry.hosts(), entry.paths(), entry.destinations(), entry.state().code(), decisive.kind().code(),
					decisive.reason().code(), texts.text(decisive.reason(), locale), decisive.effect().code());
		}

	}

}
