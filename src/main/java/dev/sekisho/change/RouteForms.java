package dev.sekisho.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;

/**
 * Form and manifest are one model: makes the VirtualService of a form and the form of a
 * VirtualService. What a form can't show is kept and named.
 */
public final class RouteForms {

	private static final List<String> ENTRY = List.of("match", "route", "redirect", "rewrite", "timeout", "retries");

	private RouteForms() {
	}

	/**
	 * Makes the VirtualService of a form; a pure function.
	 * @param form a form without problems
	 * @param gateway the shared gateway's Gateway as {@code namespace/name}
	 * @return the VirtualService
	 */
	public static GenericKubernetesResource manifest(RouteForm form, String gateway) {
		return merged(form, null, gateway);
	}

	/**
	 * Makes the VirtualService of a form that was filled from another one: what the form
	 * can't show is kept.
	 * @param form a form without problems
	 * @param base the VirtualService the form was filled from; {@code null} for a new one
	 * @param gateway the shared gateway's Gateway as {@code namespace/name}
	 * @return the VirtualService
	 */
	public static GenericKubernetesResource merged(RouteForm form, @Nullable GenericKubernetesResource base,
			String gateway) {
		Map<String, Object> tree = new LinkedHashMap<>();
		Map<String, Object> old = (base != null) ? Json.tree(base) : Map.of();
		tree.put("apiVersion", old.getOrDefault("apiVersion", "networking.istio.io/v1"));
		tree.put("kind", "VirtualService");
		tree.put("metadata", metadata(form, Trees.map(old.get("metadata"))));
		tree.put("spec", spec(form, Trees.map(old.get("spec")), gateway));
		return Json.object(tree);
	}

	/**
	 * Fills a form.
	 * @param virtualService a VirtualService, live or proposed
	 * @return the form, with what it can't show
	 */
	public static Filled filled(GenericKubernetesResource virtualService) {
		return new FormReader(Json.tree(virtualService)).read();
	}

	private static Map<String, Object> metadata(RouteForm form, Map<String, Object> old) {
		Map<String, Object> metadata = new LinkedHashMap<>();
		metadata.put("namespace", form.namespace());
		metadata.put("name", form.name());
		for (String member : List.of("labels", "annotations")) {
			Map<String, Object> kept = new LinkedHashMap<>(Trees.map(old.get(member)));
			kept.keySet().removeIf((key) -> !Hashes.content(key));
			if (!kept.isEmpty()) {
				metadata.put(member, kept);
			}
		}
		return metadata;
	}

	private static Map<String, Object> spec(RouteForm form, Map<String, Object> old, String gateway) {
		Map<String, Object> spec = new LinkedHashMap<>();
		spec.put("hosts", form.hosts().stream().map(String::strip).toList());
		spec.put("gateways", old.getOrDefault("gateways", List.of(gateway)));
		spec.put("http", http(form, Trees.maps(old.get("http"))));
		old.forEach(spec::putIfAbsent);
		return spec;
	}

	private static List<Object> http(RouteForm form, List<Map<String, Object>> old) {
		int shown = FormReader.shown(old);
		Map<String, Object> base = old.isEmpty() ? Map.of() : old.get(0);
		List<Object> http = new ArrayList<>();
		for (Map<String, Object> entry : new FormWriter(form).entries(base)) {
			base.forEach((key, value) -> {
				if (!ENTRY.contains(key)) {
					entry.put(key, value);
				}
			});
			http.add(entry);
		}
		http.addAll(old.subList(Math.min(shown, old.size()), old.size()));
		return http;
	}

	/**
	 * A form that was filled from a VirtualService.
	 *
	 * @param form the form
	 * @param kept the settings the form can't show, by path; they stay as they are
	 */
	public record Filled(RouteForm form, List<String> kept) {

		public Filled {
			kept = List.copyOf(kept);
		}

	}

}
