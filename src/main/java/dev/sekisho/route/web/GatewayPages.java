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
import dev.sekisho.route.Claim;
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

	private final GatewayStates states;

	private final FrontDoors frontDoors;

	private final Rights rights;

	GatewayPages(GatewayStates states, FrontDoors frontDoors, Rights rights) {
		this.states = states;
		this.frontDoors = frontDoors;
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
		if (gateway != null) {
			Reader reader = new Reader(this.rights.visibility(caller, name), Set.of());
			model.addAttribute("doors", this.frontDoors.facts(gateway));
			model.addAttribute("exposure", this.frontDoors.exposure(gateway).value());
			model.addAttribute("claims", claims(gateway, reader));
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

	/**
	 * A claim as the page shows it.
	 *
	 * @param namespaces the namespaces the reader sees
	 * @param others how many others there are
	 * @param labels the labels that choose namespaces, as {@code key=value} or a
	 * condition; empty if they are named
	 * @param hosts the hosts
	 * @param prefixes the path prefixes
	 */
	record ClaimRow(List<String> namespaces, int others, List<String> labels, List<String> hosts,
			List<String> prefixes) {

		static ClaimRow of(Claim claim, Reader reader) {
			List<String> seen = claim.namespaces().stream().filter(reader::sees).toList();
			List<String> labels = new ArrayList<>();
			if (claim.selector() != null) {
				claim.selector().matchLabels().forEach((key, value) -> labels.add(key + "=" + value));
				claim.selector()
					.matchExpressions()
					.forEach((one) -> labels
						.add(one.key() + " " + one.operator() + " " + String.join(", ", one.values())));
			}
			return new ClaimRow(seen, claim.namespaces().size() - seen.size(), labels, claim.hosts(),
					claim.pathPrefixes());
		}

	}

}
