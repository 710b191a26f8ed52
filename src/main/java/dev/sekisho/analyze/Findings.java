package dev.sekisho.analyze;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.sekisho.check.FurtherCodes;
import dev.sekisho.routing.HttpRequest;
import dev.sekisho.routing.ObjectName;
import dev.sekisho.routing.Reach;
import dev.sekisho.routing.Rebuild;
import dev.sekisho.routing.Route;
import dev.sekisho.routing.impact.OrderDependence;
import dev.sekisho.routing.impact.TrafficImpact;
import dev.sekisho.routing.validation.Defect;
import dev.sekisho.routing.validation.Effect;
import dev.sekisho.routing.validation.Judgement;

/**
 * Gathers findings: what the portal's rules say of VirtualServices, and what the API
 * server, istiod and Envoy object to in what the rules don't look at.
 */
final class Findings {

	private static final String NEVER_MATCHES = "SKS0314";

	private static final String SHADOWED_BY_OTHERS = "SKS0504";

	private static final String UNREADABLE = FurtherCodes.UNREADABLE.code();

	private static final String ORDER_DEPENDENT = FurtherCodes.ORDER_DEPENDENT.code();

	private static final int SHOWN = 3;

	private final Set<Finding> found = new LinkedHashSet<>();

	private final Map<ObjectName, String> sources = new HashMap<>();

	Findings(List<Manifest> manifests) {
		manifests.stream()
			.filter((manifest) -> manifest.isIstio(Manifest.VIRTUAL_SERVICE))
			.forEach((manifest) -> this.sources.put(manifest.name(), manifest.source()));
	}

	/**
	 * What was found.
	 * @return the findings, the gravest first
	 */
	List<Finding> found() {
		List<Finding> sorted = new ArrayList<>(this.found);
		sorted.sort((one, other) -> one.severity().compareTo(other.severity()));
		return sorted;
	}

	/**
	 * Adds what the rules say of a VirtualService.
	 * @param manifest the VirtualService
	 * @param findings their findings
	 */
	void add(Manifest manifest, List<dev.sekisho.check.Finding> findings) {
		findings.forEach((finding) -> this.found.add(new Finding(finding.code(), Severity.of(finding.severity()),
				manifest.kind(), manifest.name(), manifest.source(), finding.path(), Words.of(finding))));
	}

	/**
	 * Adds what the API server, istiod and Envoy say of an object that the rules don't
	 * look at.
	 * @param manifest the object
	 */
	void judge(Manifest manifest) {
		if (!manifest.isIstio(Manifest.VIRTUAL_SERVICE) && !manifest.isIstio("Gateway")) {
			return;
		}
		for (Defect defect : Judgement.of(manifest.raw()).defects()) {
			Severity severity = (defect.law().effect() == Effect.WARNING) ? Severity.WARNING : Severity.BLOCKING;
			this.found.add(new Finding(defect.law().code(), severity, manifest.kind(), manifest.name(),
					manifest.source(), defect.path(), Words.of(defect)));
		}
	}

	void unreadable(Manifest manifest, String reason) {
		this.found.add(new Finding(UNREADABLE, Severity.BLOCKING, manifest.kind(), manifest.name(), manifest.source(),
				"", Words.text("check." + UNREADABLE + ".message", Words.visible(reason))));
	}

	void unreadable(Workload workload) {
		workload.world()
			.unreadable()
			.forEach((object) -> this.found.add(new Finding(UNREADABLE, Severity.BLOCKING, object.kind(), object.name(),
					this.sources.getOrDefault(object.name(), ""), "",
					Words.text("check." + UNREADABLE + ".message", Words.visible(object.reason())))));
	}

	void orderDependence(OrderDependence dependence) {
		for (OrderDependence.Flip flip : dependence.flips()) {
			Route route = (flip.today() != null) ? flip.today() : flip.rebuilt();
			if (route != null) {
				String when = (flip.rebuild() == Rebuild.SAME_SECOND) ? ".same-second" : ".opposite";
				String message = "check." + ORDER_DEPENDENT;
				add(ORDER_DEPENDENT, Severity.WARNING, route, Words.text(message + ".message", Words.of(flip.witness()),
						name(flip.today()), name(flip.rebuilt()), Words.text(message + when)));
			}
		}
	}

	/**
	 * Adds the routes of other VirtualServices that requests wouldn't reach any more.
	 * @param impact what the changes do
	 * @param changed the VirtualServices that the rules have looked at
	 */
	void introduced(TrafficImpact impact, Set<ObjectName> changed) {
		impact.introduced()
			.stream()
			.filter((problem) -> !changed.contains(problem.route().virtualService()))
			.forEach((problem) -> {
				String what = Words.of(problem.route().match()) + " on " + problem.virtualHost();
				boolean dead = problem.reach().verdict() == Reach.Verdict.SHADOWED;
				add(dead ? SHADOWED_BY_OTHERS : NEVER_MATCHES, Severity.WARNING, problem.route(),
						dead ? what + " would get no requests any more: " + takers(problem.reach())
								+ " would take all of them" + such(problem.reach().shadowedWitness())
								: what + " can never match a request");
			});
	}

	private void add(String code, Severity severity, Route route, String message) {
		ObjectName name = route.virtualService();
		this.found.add(new Finding(code, severity, Manifest.VIRTUAL_SERVICE, name, this.sources.getOrDefault(name, ""),
				"/spec/http/" + route.httpIndex(), message));
	}

	private static String takers(Reach reach) {
		String names = reach.by().stream().map(Words::of).distinct().limit(SHOWN).collect(Collectors.joining("; "));
		return (reach.by().size() > SHOWN) ? names + "; ..." : names;
	}

	private static String such(@Nullable HttpRequest request) {
		return (request != null) ? ", such as " + Words.of(request) : "";
	}

	private static String name(@Nullable Route route) {
		return (route != null) ? Words.of(route) : "404";
	}

}
