package dev.sekisho.routing.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.GatewayPods;
import dev.sekisho.routing.Rank;
import dev.sekisho.routing.Route;
import dev.sekisho.routing.RouteAction;
import dev.sekisho.routing.condition.CompiledRoute;
import dev.sekisho.routing.condition.CompiledRoute.CompiledAction;
import dev.sekisho.routing.condition.ContentHash;
import dev.sekisho.routing.condition.PathCondition;
import dev.sekisho.routing.condition.Place;
import dev.sekisho.routing.condition.RouteCondition;
import dev.sekisho.routing.manifest.ActionSpec;
import dev.sekisho.routing.manifest.Derived;
import dev.sekisho.routing.manifest.HttpEntry;
import dev.sekisho.routing.manifest.MatchBlock;
import dev.sekisho.routing.manifest.RedirectPort;
import dev.sekisho.routing.manifest.ServerKey;
import dev.sekisho.routing.manifest.ServiceDirectory;
import dev.sekisho.routing.manifest.VirtualServiceConfig;

/**
 * Translates VirtualServices to routes ({@code BuildHTTPRoutesForVirtualService}).
 */
final class Translator {

	private final GatewayPods pods;

	private final ServiceDirectory directory;

	Translator(GatewayPods pods, ServiceDirectory directory) {
		this.pods = pods;
		this.directory = directory;
	}

	/**
	 * The routes of a VirtualService on one gateway. The same list for the same question.
	 * @param virtualService the VirtualService, with its delegates put in
	 * @param key for which server
	 * @return the routes; empty if none applies
	 */
	List<CompiledRoute> routes(VirtualServiceConfig virtualService, ServerKey key) {
		List<CompiledRoute> translated = null;
		while (true) {
			Derived known = virtualService.derived().get();
			Translations valid = (known instanceof Translations kept && kept.directory() == this.directory) ? kept
					: null;
			List<CompiledRoute> routes = (valid != null) ? valid.find(key) : null;
			if (routes != null) {
				return routes;
			}
			translated = (translated != null) ? translated : translate(virtualService, key);
			if (virtualService.derived()
				.compareAndSet(known, new Translations(this.directory, key, translated, valid))) {
				return translated;
			}
		}
	}

	private List<CompiledRoute> translate(VirtualServiceConfig virtualService, ServerKey key) {
		Place place = place(virtualService);
		if (place == null) {
			return List.of();
		}
		List<CompiledRoute> routes = new Translation(virtualService, place, key).routes();
		int once = routes.size();
		for (int i = 1; i < Collections.frequency(virtualService.gateways(), key.gateway()); i++) {
			for (int j = 0; j < once; j++) {
				routes.add(routes.get(j).repeated(routes.size()));
			}
		}
		return List.copyOf(routes);
	}

	private @Nullable Place place(VirtualServiceConfig virtualService) {
		Rank.Bucket bucket = virtualService.bucketFor(this.pods.namespace());
		boolean preferred = bucket == Rank.Bucket.PUBLIC && virtualService.hasGatewaySemantics()
				&& virtualService.name().namespace().equals(this.pods.namespace());
		return (bucket != null) ? new Place(bucket, preferred, virtualService.metadata()) : null;
	}

	private CompiledAction compile(VirtualServiceConfig virtualService, ActionSpec spec, RouteCondition condition,
			ServerKey key) {
		int missing = virtualService.hasGatewaySemantics() ? 500 : 503;
		if (spec.redirect() != null) {
			return new CompiledAction(RedirectPort.settle(spec.redirect(), key), null, List.of(), spec.fault(),
					spec.cors(), missing);
		}
		if (spec.directResponse() != null) {
			return new CompiledAction(new RouteAction.DirectResponse(spec.directResponse()), null, List.of(),
					spec.fault(), spec.cors(), missing);
		}
		return forward(virtualService, spec, condition, key.declaredPort(), missing);
	}

	private CompiledAction forward(VirtualServiceConfig virtualService, ActionSpec spec, RouteCondition condition,
			int declaredPort, int missing) {
		List<ActionSpec.Target> targets = (spec.destinations().size() == 1) ? spec.destinations()
				: spec.destinations().stream().filter((target) -> target.weight() != 0).toList();
		String host = (spec.headers() != null) ? spec.headers().authority() : null;
		RouteAction.Rewrite rewrite = spec.rewrite();
		if (rewrite != null && rewrite.authority() != null) {
			host = rewrite.authority();
		}
		List<@Nullable String> hosts = new ArrayList<>(targets.size());
		for (ActionSpec.Target target : targets) {
			hosts.add((target.headers() != null) ? target.headers().authority() : null);
		}
		if (spec.destinations().size() == 1 && host == null) {
			host = hosts.get(0);
		}
		List<@Nullable String> own = (host != null || hosts.stream().allMatch(Objects::isNull))
				? Collections.nCopies(hosts.size(), null) : hosts;
		RouteAction action = new RouteAction.Forward(resolve(virtualService, targets, declaredPort),
				withAuthority(gatewayRewrite(virtualService, rewrite, condition), host), spec.timeout(),
				(spec.retries() != null) ? spec.retries() : -1,
				resolve(virtualService, spec.activeMirrors(), declaredPort), effects(spec, targets));
		return new CompiledAction(action, host, own, spec.fault(), spec.cors(), missing);
	}

	private List<RouteAction.Destination> resolve(VirtualServiceConfig virtualService, List<ActionSpec.Target> targets,
			int declaredPort) {
		String namespace = virtualService.name().namespace();
		return targets.stream().map((target) -> this.directory.destination(target, namespace, declaredPort)).toList();
	}

	private static RouteAction.@Nullable Rewrite gatewayRewrite(VirtualServiceConfig virtualService,
			RouteAction.@Nullable Rewrite rewrite, RouteCondition condition) {
		if (rewrite == null || !virtualService.hasGatewaySemantics() || !"/".equals(rewrite.uri())) {
			return rewrite;
		}
		String prefix = (condition.path().kind() == PathCondition.Kind.SEGMENTS) ? condition.path().value() : "";
		return new RouteAction.Rewrite(null, "^\\Q" + prefix + "\\E(/?)(.*)", "/\\2", rewrite.authority());
	}

	private static RouteAction.@Nullable Rewrite withAuthority(RouteAction.@Nullable Rewrite rewrite,
			@Nullable String host) {
		if (rewrite == null) {
			return (host != null) ? new RouteAction.Rewrite(null, null, null, host) : null;
		}
		return new RouteAction.Rewrite(rewrite.uri(), rewrite.regex(), rewrite.substitution(), host);
	}

	private static List<String> effects(ActionSpec spec, List<ActionSpec.Target> targets) {
		List<String> effects = new ArrayList<>();
		if (spec.fault() != null) {
			effects.addAll(spec.fault().effects());
		}
		if (spec.cors() != null) {
			effects.addAll(spec.cors().effects());
		}
		if (spec.headers() != null) {
			effects.addAll(spec.headers().operations());
		}
		for (ActionSpec.Target target : targets) {
			if (target.headers() != null) {
				target.headers().operations().forEach((line) -> effects.add("to " + target.host() + ": " + line));
				if (target.headers().authority() != null) {
					effects.add("to " + target.host() + ": request set host: " + target.headers().authority());
				}
			}
		}
		return effects;
	}

	/**
	 * The translation of one VirtualService for one gateway.
	 */
	private final class Translation {

		private final VirtualServiceConfig virtualService;

		private final Place place;

		private final ServerKey key;

		private final List<CompiledRoute> routes = new ArrayList<>(2);

		Translation(VirtualServiceConfig virtualService, Place place, ServerKey key) {
			this.virtualService = virtualService;
			this.place = place;
			this.key = key;
		}

		// As soon as there's a catch-all, what follows is left out.
		List<CompiledRoute> routes() {
			int index = -1;
			int matchIndex = 0;
			for (HttpEntry entry : this.virtualService.http()) {
				matchIndex = (entry.index() == index) ? matchIndex : 0;
				index = entry.index();
				if (entry.matches().isEmpty()) {
					this.routes.add(route(entry, MatchBlock.ANYTHING, matchIndex));
					return this.routes;
				}
				for (MatchBlock match : entry.matches()) {
					if (match.appliesTo(this.key.gateway(), this.key.declaredPort(), Translator.this.pods)) {
						CompiledRoute route = route(entry, match, matchIndex);
						this.routes.add(route);
						if (route.isCatchAll()) {
							return this.routes;
						}
					}
					matchIndex++;
				}
			}
			return this.routes;
		}

		private CompiledRoute route(HttpEntry entry, MatchBlock match, int matchIndex) {
			boolean segments = this.virtualService.hasGatewaySemantics() || this.virtualService.hasIngressSemantics();
			RouteCondition condition = RouteCondition.of(match, segments);
			CompiledAction action = compile(this.virtualService, entry.action(), condition, this.key);
			Rank rank = new Rank(this.place.bucket(), this.virtualService.metadata().created(), condition.isCatchAll());
			String name = match.name().isEmpty() ? entry.name() : entry.name() + "." + match.name();
			Route route = new Route(this.virtualService.name(), entry.index(), matchIndex, name, condition.match(),
					action.action(), rank, ContentHash.of(condition.match(), action));
			return new CompiledRoute(route, condition, action, this.place, this.routes.size());
		}

	}

}
