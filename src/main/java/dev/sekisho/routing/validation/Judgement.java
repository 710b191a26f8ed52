package dev.sekisho.routing.validation;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the API server and istiod say to a VirtualService or Gateway, and what Envoy would
 * say to the routes.
 *
 * @param defects what is wrong with it, the schema's objections first
 */
public record Judgement(List<Defect> defects) {

	private static final String ROUTE_SEMANTICS = "internal.istio.io/route-semantics";

	private static final String GATEWAY_SEMANTICS = "internal.istio.io/gateway-semantics";

	private static final Set<String> REFUSED_ANNOTATIONS = Set.of("istio.io/dry-run",
			"internal.istio.io/webhook-always-reject", "internal.istio.io/parent-namespace",
			"internal.istio.io/parents");

	public Judgement {
		defects = List.copyOf(defects);
	}

	/**
	 * Judges a VirtualService, or a Gateway if its kind says so. Never fails, whatever
	 * the manifest holds.
	 * @param manifest the raw manifest as a JSON parser returns it
	 * @return the judgement
	 */
	public static Judgement of(Map<String, ?> manifest) {
		Node object = Node.root(manifest);
		Defects defects = new Defects();
		boolean gateway = object.text("kind").equals("Gateway");
		(gateway ? GatewaySchema.OBJECT : VirtualServiceSchema.OBJECT).check(object, defects);
		Defects istiod = new Defects();
		annotations(object, istiod);
		if (gateway) {
			boolean semantics = annotations(object).text(GATEWAY_SEMANTICS).equals("gateway");
			new GatewayCheck(istiod, semantics).check(object);
			defects.addAll(istiod);
			return new Judgement(defects.found());
		}
		byIstiod(object, istiod);
		defects.addAll(istiod);
		Defects envoy = new Defects();
		byEnvoy(object, envoy);
		defects.addAll(envoy);
		return new Judgement(defects.found());
	}

	private static void annotations(Node object, Defects defects) {
		for (Node.Member annotation : annotations(object).members()) {
			if (REFUSED_ANNOTATIONS.contains(annotation.name())) {
				defects.add(Law.ANNOTATION, annotation.node(), annotation.name());
			}
		}
	}

	private static void byIstiod(Node object, Defects defects) {
		Node spec = object.at("spec");
		boolean gatewaySemantics = annotations(object).text(ROUTE_SEMANTICS).equals("gateway");
		new Hosts(defects, spec).check(gatewaySemantics);
		routes(defects, spec, gatewaySemantics);
		new ExportTo(defects).check(spec.at("exportTo"), object.at("metadata").text("namespace"));
		new UnusedRules(defects).check(spec);
	}

	private static void byEnvoy(Node object, Defects defects) {
		boolean segments = List.of("gateway", "ingress").contains(annotations(object).text(ROUTE_SEMANTICS));
		object.at("spec").at("http").items().forEach(new PoisonCheck(defects, segments)::check);
	}

	private static Node annotations(Node object) {
		return object.at("metadata").at("annotations");
	}

	private static void routes(Defects defects, Node spec, boolean gatewaySemantics) {
		if (!spec.at("http").isFilled() && !spec.at("tcp").isFilled() && !spec.at("tls").isFilled()) {
			defects.add(Law.NO_ROUTES, spec);
		}
		HttpCheck http = new HttpCheck(defects, Hosts.isDelegate(spec), gatewaySemantics);
		spec.at("http").items().forEach(http::check);
		new StreamChecks(defects, spec, gatewaySemantics).check();
	}

	/**
	 * Whether the API server and istiod let it pass.
	 * @return {@code true} unless one of them refuses it
	 */
	public boolean admitted() {
		return this.defects.stream().noneMatch((defect) -> defect.law().effect().refuses());
	}

	/**
	 * Whether istiod lets it pass with warnings.
	 * @return {@code true} if it is admitted and there are warnings
	 */
	public boolean warned() {
		return admitted() && this.defects.stream().anyMatch((defect) -> defect.law().effect() == Effect.WARNING);
	}

	/**
	 * Whether Envoy would refuse the route config of all teams if the route of a match is
	 * in it.
	 * @param entry the index in {@code spec.http}
	 * @param match the index of the match; 0 if there is none
	 * @return {@code true} if the route is poison
	 */
	public boolean isPoison(int entry, int match) {
		return concerns(Effect.POISON, entry, match);
	}

	/**
	 * Whether it can't be told what Envoy would do with the route of a match.
	 * @param entry the index in {@code spec.http}
	 * @param match the index of the match; 0 if there is none
	 * @return {@code true} if nobody but Envoy can tell
	 */
	public boolean isUnchecked(int entry, int match) {
		return concerns(Effect.UNCHECKED, entry, match);
	}

	private boolean concerns(Effect effect, int entry, int match) {
		String prefix = "/spec/http/" + entry + "/";
		String matches = prefix + "match/";
		return this.defects.stream()
			.filter((defect) -> defect.law().effect() == effect)
			.map(Defect::path)
			.anyMatch((path) -> path.startsWith(prefix)
					&& (!path.startsWith(matches) || path.startsWith(matches + match + "/")));
	}

}
