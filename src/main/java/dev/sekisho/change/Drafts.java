package dev.sekisho.change;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.sekisho.check.JsonPatchOperation;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.route.SharedGateway;
import dev.sekisho.route.VirtualServices;

/**
 * Makes drafts of what a person fills in: of the form with what it can't show, and of a
 * repair that a check offers.
 */
@Component
public class Drafts {

	private static final int MOST_NAMES = 1000;

	private final GatewayChoice gateways;

	private final VirtualServices virtualServices;

	Drafts(GatewayChoice gateways, VirtualServices virtualServices) {
		this.gateways = gateways;
		this.virtualServices = virtualServices;
	}

	/**
	 * Makes the manifest of a form.
	 * @param form the form
	 * @param base the manifest the form was filled from, of which the rest is kept;
	 * {@code null} for a new one
	 * @param sharedGateway the shared gateway; empty to find it
	 * @return the manifest
	 * @throws InputRefused if the form has problems
	 */
	public Manifest manifest(RouteForm form, @Nullable Manifest base, String sharedGateway) {
		List<InputProblem> problems = form.problems();
		if (!problems.isEmpty()) {
			throw new InputRefused(problems);
		}
		GenericKubernetesResource kept = (base != null) ? base.object() : null;
		SharedGateway gateway = this.gateways.choose(sharedGateway, kept, null);
		return checked(RouteForms.merged(form, kept, gateway.gateway().toString()));
	}

	/**
	 * The manifest of a VirtualService, live or proposed, without what servers and tools
	 * fill in.
	 * @param virtualService the VirtualService
	 * @return the manifest
	 * @throws InputRefused if it can't be taken
	 */
	public static Manifest of(GenericKubernetesResource virtualService) {
		return Manifest.read(Yaml.content(virtualService), "");
	}

	/**
	 * A manifest with a repair made.
	 * @param manifest the manifest
	 * @param repair what the repair changes
	 * @return the repaired manifest
	 * @throws InputRefused if the repair doesn't fit it
	 */
	public static Manifest repaired(Manifest manifest, List<JsonPatchOperation> repair) {
		Map<String, Object> tree = Json.tree(manifest.object());
		return checked(Json.object(new ManifestPatch(tree).apply(repair)));
	}

	/**
	 * The live VirtualService of that name.
	 * @param key namespace and name; the caller must see the namespace
	 * @return the VirtualService, if there is one
	 */
	public Optional<GenericKubernetesResource> live(ObjectKey key) {
		return this.virtualServices.find(key);
	}

	/**
	 * A name for a new VirtualService.
	 * @param namespace its namespace
	 * @param service the Service it leads to
	 * @return the Service's name, with a number where that is taken; empty if the Service
	 * has no valid name
	 */
	public String name(String namespace, String service) {
		if (service.contains(".") || !Names.valid(service)) {
			return "";
		}
		for (int number = 1; number < MOST_NAMES; number++) {
			String name = (number > 1) ? service + "-" + number : service;
			if (live(new ObjectKey(namespace, name)).isEmpty()) {
				return name;
			}
		}
		return "";
	}

	private static Manifest checked(GenericKubernetesResource object) {
		return Manifest.of(Json.tree(object), Map.of(), "");
	}

}
