package dev.sekisho.chain;

import java.util.List;
import java.util.stream.Collectors;

import dev.sekisho.routing.Reach;
import dev.sekisho.routing.Route;

/**
 * The VirtualService: whether it adds routes to the gateway's table, where they stand,
 * and whether requests reach them.
 */
final class VirtualServiceHop {

	private final Scene scene;

	private final Subject subject;

	VirtualServiceHop(Scene scene) {
		this.scene = scene;
		this.subject = scene.subject();
	}

	/**
	 * The hop.
	 * @param gateway the Gateway's hop: without it nothing can be said about places
	 * @param destinationMissing whether a destination of it doesn't exist
	 * @return the hop
	 */
	Hop hop(Hop gateway, boolean destinationMissing) {
		VirtualServiceFacts virtualService = this.subject.virtualService();
		HopBuilder hop = new HopBuilder(HopKind.VIRTUAL_SERVICE, new ObjectRef("VirtualService", virtualService.key()))
			.relyOn("VirtualServices", this.subject.freshness())
			.planned(this.subject.planned())
			.wire(String.join(", ", virtualService.hosts()))
			.fact(Source.VIRTUAL_SERVICE, "spec.hosts", String.join(", ", virtualService.hosts()))
			.fact(Source.VIRTUAL_SERVICE, "spec.gateways", String.join(", ", virtualService.gateways()));
		List<Placement.Place> places = this.subject.placement().places();
		return places.isEmpty() ? absent(hop, virtualService, gateway) : placed(hop, places, destinationMissing);
	}

	private Hop absent(HopBuilder hop, VirtualServiceFacts virtualService, Hop gatewayHop) {
		SeenGateway gateway = this.scene.gateway();
		String edit = Kubectl.yaml("virtualservice", virtualService.key());
		if (virtualService.hosts().isEmpty()) {
			return hop.unknown("delegate");
		}
		if (!virtualService.boundTo(this.subject.gateway().gateway())) {
			return hop.states("spec.gateways", String.join(", ", virtualService.gateways()))
				.advise("bind", edit, this.subject.gateway().gateway().toString())
				.down(Effect.NOT_FOUND, "not-bound", this.subject.gateway().gateway().toString());
		}
		if (gateway == null || this.scene.pods().isEmpty() || gatewayHop.state() != HopState.HEALTHY) {
			return hop.unknown("not-checked");
		}
		String workload = this.scene.pods().get(0).key().namespace();
		if (!virtualService.exportedTo(workload)) {
			return hop.states("spec.exportTo", String.join(", ", virtualService.exportTo()))
				.advise("export", edit, workload)
				.down(Effect.NOT_FOUND, "not-exported", workload);
		}
		if (!hostServed(virtualService, gateway)) {
			return hop.because("servers", "", null, gateway.hosts())
				.advise("hosts", Kubectl.yaml("gateways.networking.istio.io", gateway.key()))
				.down(Effect.NOT_FOUND, "host-not-served", String.join(", ", virtualService.hosts()));
		}
		return hop.advise("no-route", edit).down(Effect.NOT_FOUND, virtualService.http() ? "no-route" : "no-http");
	}

	private static boolean hostServed(VirtualServiceFacts virtualService, SeenGateway gateway) {
		return gateway.servers()
			.stream()
			.filter(SeenGateway.Server::http)
			.anyMatch((server) -> virtualService.hosts()
				.stream()
				.anyMatch((host) -> server.accepts(host, virtualService.key().namespace(), gateway.key().namespace())));
	}

	private Hop placed(HopBuilder hop, List<Placement.Place> places, boolean destinationMissing) {
		Placement.Place first = places.get(0);
		places.stream()
			.limit(20)
			.forEach((place) -> hop.fact(Source.ROUTE_TABLE, place.virtualHost(),
					(place.position() + 1) + "/" + place.total()));
		List<Placement.Place> dead = with(places, Reach.Verdict.SHADOWED);
		if (!dead.isEmpty()) {
			return shadowed(hop, dead.get(0), dead.size() == places.size());
		}
		if (with(places, Reach.Verdict.NEVER_MATCHES).size() == places.size()) {
			return hop.advise("conditions", null).down(Effect.ELSEWHERE, "never-matches");
		}
		if (destinationMissing) {
			return hop.because("destination", "", null)
				.degraded(Effect.UNAVAILABLE, "destination-missing", first.position() + 1, first.total());
		}
		return reached(hop, places, first);
	}

	private Hop reached(HopBuilder hop, List<Placement.Place> places, Placement.Place first) {
		List<Placement.Place> partly = with(places, Reach.Verdict.PARTLY_SHADOWED);
		if (!partly.isEmpty()) {
			return partly(hop, partly.get(0));
		}
		Drift drift = this.subject.drift();
		if (drift != null && !this.subject.planned()) {
			hop.fact(Source.VIRTUAL_SERVICE, hop.object(), "metadata.managedFields", drift.by(), drift.since());
			return hop.because("written-by", drift.by(), drift.since())
				.advise("drift", null)
				.degraded(Effect.PASS_AT_RISK, "drifted");
		}
		if (!with(places, Reach.Verdict.CANT_TELL).isEmpty()) {
			return hop.unknown("reach-unknown", first.position() + 1, first.total());
		}
		String state = this.subject.planned() ? "planned" : (places.size() == 1) ? "position" : "positions";
		return hop.healthy(state, first.position() + 1, first.total(), places.size());
	}

	private Hop shadowed(HopBuilder hop, Placement.Place place, boolean all) {
		by(hop, place);
		hop.because("earlier-route", "", null, place.shadowedAt(), place.position() + 1).advise("shadowed", null);
		return all ? hop.down(Effect.ELSEWHERE, "shadowed", place.shadowedAt(), winner(place)) : hop.degraded(
				Effect.PARTLY_ELSEWHERE, "some-shadowed", place.position() + 1, place.shadowedAt(), winner(place));
	}

	private Hop partly(HopBuilder hop, Placement.Place place) {
		by(hop, place);
		boolean own = place.reach().by().stream().allMatch(this::own);
		if (own) {
			return hop.healthy("partly-own", place.position() + 1, place.total());
		}
		return hop.because("earlier-route", "", null, place.shadowedAt(), place.position() + 1)
			.advise("shadowed", null)
			.degraded(Effect.PARTLY_ELSEWHERE, "partly-shadowed", place.position() + 1, place.shadowedAt(),
					winner(place));
	}

	private void by(HopBuilder hop, Placement.Place place) {
		hop.fact(Source.ROUTE_TABLE, "#" + (place.position() + 1),
				place.reach().by().stream().map(this::name).distinct().collect(Collectors.joining(", ")));
	}

	private String winner(Placement.Place place) {
		return place.reach().by().stream().findFirst().map(this::name).orElse("");
	}

	/**
	 * Names a route's VirtualService, if the reader may see it.
	 * @param route the route
	 * @return namespace and name; empty for one in a namespace that isn't visible
	 */
	private String name(Route route) {
		return this.subject.visible().test(route.virtualService().namespace()) ? route.virtualService().toString() : "";
	}

	private boolean own(Route route) {
		return route.virtualService().namespace().equals(this.subject.virtualService().key().namespace())
				&& route.virtualService().name().equals(this.subject.virtualService().key().name());
	}

	private static List<Placement.Place> with(List<Placement.Place> places, Reach.Verdict verdict) {
		return places.stream().filter((place) -> place.reach().verdict() == verdict).toList();
	}

}
