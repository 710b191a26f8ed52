package dev.sekisho.routing.manifest;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The subsets a DestinationRule gives to a host.
 *
 * @param metadata its metadata
 * @param host its host, resolved
 * @param exportTo the namespaces that see it; empty for all
 * @param subsets the names of its subsets
 * @param workloadSelector whether it's limited to some clients
 */
public record DestinationRuleConfig(Metadata metadata, String host, Set<String> exportTo, Set<String> subsets,
		boolean workloadSelector) {

	static DestinationRuleConfig of(Fields object, String clusterDomain) {
		Metadata metadata = Metadata.of(object);
		Fields spec = object.object("spec");
		Set<String> subsets = new LinkedHashSet<>();
		spec.objects("subsets").forEach((subset) -> subsets.add(subset.text("name")));
		return new DestinationRuleConfig(metadata,
				HostName.resolve(spec.text("host"), metadata.name().namespace(), clusterDomain),
				new LinkedHashSet<>(spec.texts("exportTo")), subsets, spec.has("workloadSelector"));
	}

	String namespace() {
		return this.metadata.name().namespace();
	}

	/**
	 * Whether it only counts in its own namespace ({@code setDestinationRules}).
	 * @return whether no other namespace sees it
	 */
	boolean isPrivate() {
		return this.workloadSelector
				|| (this.exportTo.size() == 1 && (this.exportTo.contains(".") || this.exportTo.contains(namespace())));
	}

	boolean isExportedTo(String client) {
		return this.exportTo.isEmpty() || this.exportTo.contains("*") || this.exportTo.contains(client);
	}

	boolean covers(String serviceHost) {
		return HostName.isWildcard(this.host) ? serviceHost.endsWith(this.host.substring(1))
				: this.host.equals(serviceHost);
	}

}
