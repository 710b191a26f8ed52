package dev.sekisho.route.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

import dev.sekisho.access.Caller;
import dev.sekisho.access.Rights;
import dev.sekisho.route.ClaimOverlap;
import dev.sekisho.route.ClaimOverlaps;
import dev.sekisho.route.FrontDoors;
import dev.sekisho.route.GatewayState;
import dev.sekisho.route.GatewayStates;
import dev.sekisho.route.SharedGateway;

/**
 * The page of one shared gateway: how it stands, what stands before it, and who may use
 * what.
 */
@Controller
class GatewayPages {

	private static final int MOST_OVERLAPS = 50;

	private final GatewayStates states;

	private final FrontDoors frontDoors;

	private final ClaimOverlaps overlaps;

	private final Rights rights;

	GatewayPages(GatewayStates states, FrontDoors frontDoors, ClaimOverlaps overlaps, Rights rights) {
		this.states = states;
		this.frontDoors = frontDoors;
		this.overlaps = overlaps;
		this.rights = rights;
	}

	@GetMapping("/gateways/{name}")
	String page(Caller caller, @PathVariable String name, Model model) {
		GatewayState state = this.states.all()
			.stream()
			.filter((one) -> one.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		SharedGateway gateway = state.gateway();
		model.addAttribute("state", state);
		model.addAttribute("gateway", gateway);
		boolean derived = gateway != null && gateway.derived();
		model.addAttribute("editable", this.rights.isPlatform(caller, derived ? "" : name));
		if (gateway != null) {
			Reader reader = new Reader(this.rights.visibility(caller, name), Set.of());
			model.addAttribute("doors", this.frontDoors.facts(gateway));
			model.addAttribute("exposure", this.frontDoors.exposure(gateway).value());
			model.addAttribute("claims", claims(gateway, reader));
			List<ClaimOverlap> overlaps = this.overlaps.of(gateway);
			model.addAttribute("overlaps",
					overlaps.stream().limit(MOST_OVERLAPS).map((one) -> OverlapRow.of(one, reader)).toList());
			model.addAttribute("moreOverlaps", Math.max(overlaps.size() - MOST_OVERLAPS, 0));
			model.addAttribute("allow", gateway.allow().stream().sorted().toList());
		}
		return "route/gateway";
	}

	private static List<ClaimRow> claims(SharedGateway gateway, Reader reader) {
		List<ClaimRow> rows = new ArrayList<>();
		if (gateway.claims() != null) {
			gateway.claims().forEach((claim) -> rows.add(ClaimRow.of(claim, reader)));
		}
		return rows;
	}

}
