package dev.sekisho.chain.web;

import java.util.Locale;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

import dev.sekisho.access.Caller;
import dev.sekisho.chain.GatewayMap;
import dev.sekisho.chain.GatewayMaps;

/**
 * The map of a whole shared gateway: the page and the REST call.
 */
@Controller
class MapPages {

	private final GatewayMaps maps;

	private final ChainTexts texts;

	MapPages(GatewayMaps maps, ChainTexts texts) {
		this.maps = maps;
		this.texts = texts;
	}

	@GetMapping("/gateways/{name}/map")
	String page(Caller caller, @PathVariable String name, @RequestParam(defaultValue = "") String q,
			@RequestParam(defaultValue = "") String state, @RequestParam(defaultValue = "team") String by,
			@RequestParam(defaultValue = "") String group, @RequestParam(defaultValue = "1") int page,
			@RequestHeader(name = "HX-Request", defaultValue = "false") boolean partial, Locale locale, Model model) {
		MapQuery query = new MapQuery(q, state, by, group, page);
		model.addAttribute("map", MapView.of(map(caller, name), query, this.texts, locale));
		model.addAttribute("states", MapQuery.states());
		return partial ? "chain/map :: live" : "chain/map";
	}

	@ResponseBody
	@GetMapping("/api/v1/gateways/{name}/map")
	MapBody body(Caller caller, @PathVariable String name, @RequestParam(defaultValue = "") String q,
			@RequestParam(defaultValue = "") String state, @RequestParam(defaultValue = "") String team,
			@RequestParam(defaultValue = "1") int page, @RequestParam(defaultValue = "100") int size, Locale locale) {
		return MapBody.of(map(caller, name), new MapQuery(q, state, "team", team, page), size, this.texts, locale);
	}

	private GatewayMap map(Caller caller, String name) {
		return this.maps.of(caller, name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

}
