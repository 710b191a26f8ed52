package dev.sekisho.chain;

import java.util.Map;

import dev.sekisho.cluster.ObjectKey;

/**
 * Writes kubectl commands to copy. Names in Kubernetes need no quoting; nothing else is
 * put into a command.
 */
final class Kubectl {

	private Kubectl() {
	}

	static String describe(String kind, ObjectKey key) {
		return "kubectl -n " + key.namespace() + " describe " + kind + " " + key.name();
	}

	static String yaml(String kind, ObjectKey key) {
		return "kubectl -n " + key.namespace() + " get " + kind + " " + key.name() + " -o yaml";
	}

	static String pods(String namespace, Map<String, String> selector) {
		String labels = selector.isEmpty() ? "" : " -l " + Labels.text(selector);
		return "kubectl -n " + namespace + " get pods" + labels + " --show-labels";
	}

	static String logs(String namespace, String pod, String container, boolean previous) {
		return "kubectl -n " + namespace + " logs " + pod + (container.isEmpty() ? "" : " -c " + container)
				+ (previous ? " --previous" : "");
	}

	static String annotateIngress(ObjectKey ingress, String annotation, String value) {
		return "kubectl -n " + ingress.namespace() + " annotate ingress " + ingress.name() + " --overwrite "
				+ AlbSettings.PREFIX + annotation + "=" + value;
	}

	static String serviceType(ObjectKey service, String type) {
		return "kubectl -n " + service.namespace() + " patch service " + service.name() + " -p '{\"spec\":{\"type\":\""
				+ type + "\"}}'";
	}

}
