package dev.sekisho.routing;

import java.util.Map;

/**
 * The pods of one ingress gateway workload, as far as routing depends on them.
 *
 * @param namespace the namespace they run in
 * @param labels their labels, against which Gateway selectors are held
 */
public record GatewayPods(String namespace, Map<String, String> labels) {

	private static final String REVISION = "istio.io/rev";

	public GatewayPods {
		labels = Map.copyOf(labels);
	}

	/**
	 * The revision of the istiod that configures the pods. Its injector writes it on
	 * them; an installation without revisions is called {@code default}.
	 * @return the revision
	 */
	public String revision() {
		return this.labels.getOrDefault(REVISION, "default");
	}

	/**
	 * Whether the istiod of the pods reads an object of Istio ({@code LabelsInRevision}
	 * in pkg/config/model.go): one without revision, or with the very name of istiod's
	 * own; a tag doesn't count.
	 * @param objectLabels the object's labels
	 * @return whether it's read
	 */
	public boolean isInRevision(Map<?, ?> objectLabels) {
		Object written = objectLabels.get(REVISION);
		return written == null || written.equals(revision());
	}

}
