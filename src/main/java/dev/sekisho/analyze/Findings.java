package dev.sekisho.analyze;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.HttpRequest;
import dev.sekisho.routing.ObjectName;
import dev.sekisho.routing.Reach;
import dev.sekisho.routing.Rebuild;
import dev.sekisho.routing.Route;
import dev.sekisho.routing.VirtualHost;
import dev.sekisho.routing.impact.OrderDependence;
import dev.sekisho.routing.impact.TrafficImpact;
import dev.sekisho.routing.table.RouteTable;
import dev.sekisho.routing.validation.Defect;
import dev.sekisho.routing.validation.Effect;
import dev.sekisho.routing.validation.Judgement;

/**
 * Gathers findings: what the API server, istiod and Envoy object to, and which routes
 * aren't reached.
 */
final class Findings {

	private static final String NEVER_MATCHES = "SKS0314";

	private static final String SHADOWED_BY_OTHERS = "SKS0504";

	private static final String SHADOWED_BY_OWN = "SKS0505";

	private static final String PARTLY_SHADOWED = "SKS0506";

	private static final String CANT_TELL = "SKS0507";

	private static final String UNREADABLE = "SKS0901";

	private static final String ORDER_DEPENDENT = "SKS0902";

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

	void unreadable(Workload workload) {
		workload.world()
			.unreadable()
			.forEach((object) -> this.found.add(new Finding(UNREADABLE, Severity.BLOCKING, object.kind(), object.name(),
					this.sources.getOrDefault(object.name(), ""), "", Words.visible(object.reason()))));
	}

	void reach(RouteTable table) {
		for (int port : table.ports()) {
			for (VirtualHost host : table.virtualHosts(port)) {
				List<Reach.Verdict> verdicts = table.verdicts(port, host.name());
				for (int position = 0; position < verdicts.size(); position++) {
					if (verdicts.get(position) != Reach.Verdict.REACHED) {
						reach(host, position, table.reach(port, host.name(), position));
					}
				}
			}
		}
	}

	private void reach(VirtualHost host, int position, Reach reach) {
		Route route = host.routes().get(position);
		String what = Words.of(route.match()) + " on " + host.name();
		String takers = takers(reach);
		switch (reach.verdict()) {
			case SHADOWED -> add(isOwn(route, reach) ? SHADOWED_BY_OWN : SHADOWED_BY_OTHERS, Severity.WARNING, route,
					what + " is never reached: " + takers + " takes all its requests" + such(reach.shadowedWitness()));
			case PARTLY_SHADOWED -> {
				if (!isOwn(route, reach)) {
					add(PARTLY_SHADOWED, Severity.NOTICE, route,
							takers + " takes some requests of " + what + such(reach.shadowedWitness()));
				}
			}
			case NEVER_MATCHES -> add(NEVER_MATCHES, Severity.WARNING, route, what + " can never match a request");
			case CANT_TELL -> add(CANT_TELL, Severity.NOTICE, route,
					"It can't be told whether requests reach " + what + such(reach.witness()));
			case REACHED -> throw new IllegalArgumentException();
		}
	}

	void orderDependence(OrderDependence dependence) {
		for (OrderDependence.Flip flip : dependence.flips()) {
			Route route = (flip.today() != null) ? flip.today() : flip.rebuilt();
			if (route != null) {
				String when = (flip.rebuild() == Rebuild.SAME_SECOND) ? "created again in the same second"
						: "created again in the opposite order";
				add(ORDER_DEPENDENT, Severity.WARNING, route,
						Words.of(flip.witness()) + " goes to " + name(flip.today()) + " today, and to "
								+ name(flip.rebuilt()) + " if all is " + when
								+ ". Put both routes into one VirtualService, or under one that delegates to both.");
			}
		}
	}

	void introduced(TrafficImpact impact) {
		impact.introduced().forEach((problem) -> {
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

	private static boolean isOwn(Route route, Reach reach) {
		return reach.by().stream().allMatch((other) -> other.virtualService().equals(route.virtualService()));
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
