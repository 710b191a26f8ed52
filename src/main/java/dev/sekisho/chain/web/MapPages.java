package dev.sekisho.chain.web;

import java.util.Locale;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
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

	@Tag(name = "Chains")
	@Operation(operationId = "map", summary = "All chains of a shared gateway, the broken ones first",
			description = "What all have in common once, then each VirtualService with the hop that decides its "
					+ "state. q looks in names, hosts, paths and destinations; state is problems, down, degraded, "
					+ "unknown or healthy; pages hold up to 500.")
	@ApiResponse(responseCode = "200", description = "A page of the map.")
	@ApiResponse(responseCode = "404", description = "No such shared gateway, or its routes aren't known yet.")
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
