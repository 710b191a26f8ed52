package dev.sekisho.analyze;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.sekisho.routing.HttpRequest;
import dev.sekisho.routing.ObjectName;
import dev.sekisho.routing.impact.OrderDependence;
import dev.sekisho.routing.impact.TrafficImpact;

/**
 * Works an analysis out.
 */
final class Analyzer {

	private final List<Manifest> manifests;

	private final List<Manifest> changes;

	private final Guardrails guardrails;

	private final Findings findings;

	private final Set<ObjectName> examined = new HashSet<>();

	private List<Asked> asked = List.of();

	private int port;

	/**
	 * Prepares an analysis.
	 * @param manifests the objects as they are
	 * @param changes the VirtualServices as they are to be; empty: there is no change
	 * @param meshKnown whether the mesh's settings were given
	 */
	Analyzer(List<Manifest> manifests, List<Manifest> changes, boolean meshKnown) {
		this.manifests = manifests;
		this.changes = changes;
		List<Manifest> all = new ArrayList<>(manifests);
		all.addAll(changes);
		this.findings = new Findings(all);
		SharedGatewayManifests sharedGateways = new SharedGatewayManifests(manifests);
		sharedGateways.unreadable().forEach(this.findings::unreadable);
		this.guardrails = new Guardrails(manifests, sharedGateways, meshKnown);
	}

	static Map<ObjectName, Manifest> virtualServices(List<Manifest> manifests) {
		Map<ObjectName, Manifest> found = new LinkedHashMap<>();
		manifests.stream()
			.filter((manifest) -> manifest.isIstio(Manifest.VIRTUAL_SERVICE))
			.forEach((manifest) -> found.put(manifest.name(), manifest));
		return found;
	}

	/**
	 * Asks what is answered to requests.
	 * @param requests the requests
	 * @param toPort the port of the gateway's pods; 0 for the first
	 */
	void ask(List<Asked> requests, int toPort) {
		this.asked = requests;
		this.port = toPort;
	}

	Analysis analyze(List<Workload> workloads, boolean recreated) {
		List<Analysis.Gateway> gateways = workloads.stream().map((workload) -> analyze(workload, recreated)).toList();
		(this.changes.isEmpty() ? this.manifests : this.changes).stream()
			.filter((manifest) -> !manifest.isIstio(Manifest.VIRTUAL_SERVICE)
					|| !this.examined.contains(manifest.name()))
			.forEach(this.findings::judge);
		return new Analysis(this.manifests.size(), this.findings.found(), gateways, this.guardrails.notAsked());
	}

	private Analysis.Gateway analyze(Workload workload, boolean recreated) {
		this.findings.unreadable(workload);
		Workload after = this.changes.isEmpty() ? workload : workload.with(this.changes);
		TrafficImpact impact = null;
		if (this.changes.isEmpty()) {
			virtualServices(this.manifests).values()
				.forEach((manifest) -> add(manifest, this.guardrails.standing(manifest, workload)));
		}
		else {
			impact = TrafficImpact.between(workload.world(), after.world());
			change(workload);
			this.findings.introduced(impact, this.examined);
		}
		if (recreated) {
			this.findings.orderDependence(OrderDependence.of(after.world()));
		}
		return new Analysis.Gateway(workload, answers(workload, after), impact);
	}

	// One after the other, as they would be applied.
	private void change(Workload workload) {
		Map<ObjectName, Manifest> live = virtualServices(this.manifests);
		Workload before = workload;
		for (Manifest changed : this.changes) {
			Workload after = before.with(List.of(changed));
			add(changed, this.guardrails.change(changed, live.get(changed.name()), before, after));
			before = after;
		}
	}

	private void add(Manifest manifest, Optional<List<dev.sekisho.check.Finding>> found) {
		found.ifPresent((list) -> {
			this.examined.add(manifest.name());
			this.findings.add(manifest, list);
		});
	}

	private List<Analysis.Answered> answers(Workload workload, Workload after) {
		List<Analysis.Answered> answers = new ArrayList<>();
		for (Asked one : this.asked) {
			HttpRequest request = one.to(workload.world().routeTable(), this.port);
			answers.add(new Analysis.Answered(request, workload.world().routeTable().answer(request),
					(after != workload) ? after.world().routeTable().answer(request) : null));
		}
		return answers;
	}

}
