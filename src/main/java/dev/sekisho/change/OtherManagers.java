package dev.sekisho.change;

import java.util.Map;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;

/**
 * Recognises objects that another tool keeps as its own source says. Writing over them
 * would be a tug of war.
 */
public final class OtherManagers {

	private OtherManagers() {
	}

	/**
	 * The tool that keeps an object.
	 * @param object the live object
	 * @return its name; {@code null} if no mark of one is on the object
	 */
	public static @Nullable String of(GenericKubernetesResource object) {
		Map<String, String> annotations = orEmpty(object.getMetadata().getAnnotations());
		Map<String, String> labels = orEmpty(object.getMetadata().getLabels());
		if (annotations.containsKey("argocd.argoproj.io/tracking-id")
				|| labels.containsKey("argocd.argoproj.io/instance")) {
			return "Argo CD";
		}
		if (annotations.containsKey("meta.helm.sh/release-name")
				|| "Helm".equals(labels.get("app.kubernetes.io/managed-by"))) {
			return "Helm";
		}
		return "flagger".equals(labels.get("app.kubernetes.io/managed-by")) ? "Flagger" : null;
	}

	private static Map<String, String> orEmpty(@Nullable Map<String, String> map) {
		return (map != null) ? map : Map.of();
	}

}
