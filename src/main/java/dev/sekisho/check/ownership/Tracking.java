package dev.sekisho.check.ownership;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import dev.sekisho.check.Located;

/**
 * A label or annotation by which another tool recognises what it keeps.
 *
 * @param field the label or annotation
 * @param tool the tool
 */
record Tracking(Located field, String tool) {

	static List<Tracking> of(JsonNode manifest) {
		List<Tracking> marks = new ArrayList<>();
		for (String kind : List.of("labels", "annotations")) {
			Located map = new Located("/metadata/" + kind, manifest.path("metadata").path(kind));
			map.fields().forEach((field) -> {
				String tool = tool(field);
				if (tool != null) {
					marks.add(new Tracking(field, tool));
				}
			});
		}
		return marks;
	}

	private static @Nullable String tool(Located field) {
		String name = field.name();
		if (name.startsWith("argocd.argoproj.io/") || name.equals("app.kubernetes.io/instance")) {
			return "Argo CD";
		}
		if (name.startsWith("meta.helm.sh/") || name.equals("helm.sh/chart")) {
			return "Helm";
		}
		if (name.contains(".toolkit.fluxcd.io/")) {
			return "Flux";
		}
		return name.equals("app.kubernetes.io/managed-by") ? manager(field.node().asText("")) : null;
	}

	private static @Nullable String manager(String value) {
		return switch (value.toLowerCase(Locale.ROOT)) {
			case "helm" -> "Helm";
			case "argocd", "argo-cd" -> "Argo CD";
			case "flagger" -> "Flagger";
			default -> null;
		};
	}

	/**
	 * Whether the mark alone says that the tool keeps the object. The label
	 * {@code app.kubernetes.io/instance} is also written by hand.
	 * @return {@code true} if it does
	 */
	boolean isCertain() {
		return !this.field.name().equals("app.kubernetes.io/instance") && !this.field.name().equals("helm.sh/chart")
				&& !this.field.name().startsWith("argocd.argoproj.io/sync")
				&& !this.field.name().startsWith("argocd.argoproj.io/compare");
	}

}
