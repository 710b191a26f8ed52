package dev.sekisho.check;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.route.LiveTable;
import dev.sekisho.route.RawManifest;
import dev.sekisho.route.SharedGateway;
import dev.sekisho.routing.MeshSettings;
import dev.sekisho.routing.ObjectName;
import dev.sekisho.routing.Route;
import dev.sekisho.routing.impact.TrafficImpact;
import dev.sekisho.routing.table.RoutingWorld;
import dev.sekisho.routing.validation.Judgement;

/**
 * A proposal and everything a rule may look at.
 *
 * @param proposal the proposal
 * @param table the route table as it is
 * @param after the world as it would be
 * @param impact the requests that would be answered differently
 * @param stage when it is checked
 * @param surroundings Services and namespaces of the cluster
 * @param manifest the proposed manifest; missing if the VirtualService is to be deleted
 * @param routes the routes it would have, at their places
 * @param judgement what the API server, istiod and Envoy would say to the manifest
 */
public record Examination(Proposal proposal, LiveTable table, RoutingWorld after, TrafficImpact impact, Stage stage,
		Surroundings surroundings, JsonNode manifest, List<PlacedRoute> routes, Judgement judgement) {

	static Examination of(Proposal proposal, LiveTable table, RoutingWorld after, TrafficImpact impact, Stage stage,
			Surroundings surroundings) {
		return of(proposal, table, after, impact, stage, surroundings, judgement(proposal));
	}

	static Examination of(Proposal proposal, LiveTable table, RoutingWorld after, TrafficImpact impact, Stage stage,
			Surroundings surroundings, Judgement judgement) {
		JsonNode manifest = (proposal.proposed() != null) ? RawManifest.tree(proposal.proposed())
				: MissingNode.getInstance();
		ObjectKey key = proposal.virtualService();
		return new Examination(proposal, table, after, impact, stage, surroundings, manifest,
				PlacedRoute.of(new ObjectName(key.namespace(), key.name()), after), judgement);
	}

	private static Judgement judgement(Proposal proposal) {
		return (proposal.proposed() != null) ? Judgement.of(new ProposedManifest(proposal).manifest())
				: new Judgement(List.of());
	}

	/**
	 * The shared gateway it is proposed for.
	 * @return the shared gateway
	 */
	public SharedGateway gateway() {
		return this.proposal.gateway();
	}

	/**
	 * Whether nothing is proposed: what stands already is looked at.
	 * @return {@code true} if the manifest is the live one
	 */
	public boolean standing() {
		return this.proposal.proposed() != null && this.proposal.proposed() == this.proposal.live();
	}

	/**
	 * The namespace of the VirtualService.
	 * @return the namespace
	 */
	public String namespace() {
		return this.proposal.virtualService().namespace();
	}

	/**
	 * The VirtualService.
	 * @return its name
	 */
	public ObjectName virtualService() {
		ObjectKey key = this.proposal.virtualService();
		return new ObjectName(key.namespace(), key.name());
	}

	/**
	 * What is proposed.
	 * @return {@code spec}; missing if the VirtualService is to be deleted
	 */
	public JsonNode spec() {
		return this.manifest.path("spec");
	}

	/**
	 * The items of a list in {@code spec}, each with its place.
	 * @param field the field of {@code spec}
	 * @return the items; none if the field is absent or not a list
	 */
	public List<Located> list(String field) {
		return new Located("/spec/" + field, spec().path(field)).items();
	}

	/**
	 * The entries of {@code spec.http}.
	 * @return the entries that are objects
	 */
	public List<Located> http() {
		return list("http").stream().filter((entry) -> entry.node().isObject()).toList();
	}

	/**
	 * All match blocks of {@code spec.http}.
	 * @return the blocks that are objects
	 */
	public List<Located> matches() {
		List<Located> matches = new ArrayList<>();
		for (Located entry : http()) {
			entry.at("match").items().stream().filter((match) -> match.node().isObject()).forEach(matches::add);
		}
		return matches;
	}

	/**
	 * The JSON pointer of a route in the proposed manifest.
	 * @param route a route of the VirtualService
	 * @return its match block, or its entry if that has no such block
	 */
	public String pointer(Route route) {
		String entry = "/spec/http/" + route.httpIndex();
		String match = entry + "/match/" + route.matchIndex();
		return this.manifest.at(match).isMissingNode() ? entry : match;
	}

	/**
	 * The mesh's settings.
	 * @return the settings
	 */
	public MeshSettings mesh() {
		return this.after.mesh();
	}

}
