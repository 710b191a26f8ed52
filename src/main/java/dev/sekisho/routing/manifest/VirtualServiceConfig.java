package dev.sekisho.routing.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.GatewayReference;
import dev.sekisho.routing.ObjectName;
import dev.sekisho.routing.Rank;

/**
 * A VirtualService with its names resolved. Keeps what was derived from it.
 *
 * @param metadata its metadata
 * @param hosts its hosts
 * @param gateways the gateways it's bound to
 * @param exportTo the namespaces that see it
 * @param http its HTTP entries
 * @param derived what was last derived from it: the routes it was translated to
 */
public record VirtualServiceConfig(Metadata metadata, List<String> hosts, List<String> gateways, List<String> exportTo,
		List<HttpEntry> http, AtomicReference<@Nullable Derived> derived) {

	private static final String SEMANTICS = "internal.istio.io/route-semantics";

	static VirtualServiceConfig of(Fields object, String clusterDomain) {
		Metadata metadata = Metadata.of(object);
		Fields spec = object.object("spec");
		List<HttpEntry> http = new ArrayList<>();
		for (Fields entry : spec.objects("http")) {
			http.add(HttpEntry.of(entry, http.size()));
		}
		VirtualServiceConfig written = new VirtualServiceConfig(metadata, spec.texts("hosts"), spec.texts("gateways"),
				spec.texts("exportTo"), List.copyOf(http), new AtomicReference<>());
		return written.hasGatewaySemantics() ? written : written.resolved(clusterDomain);
	}

	// With full host and gateway names (ResolveVirtualServiceShortnames).
	private VirtualServiceConfig resolved(String clusterDomain) {
		String namespace = name().namespace();
		UnaryOperator<String> host = (name) -> HostName.resolve(name, namespace, clusterDomain);
		List<HttpEntry> entries = new ArrayList<>(this.http.size());
		for (HttpEntry entry : this.http) {
			List<MatchBlock> matches = new ArrayList<>(entry.matches().size());
			entry.matches()
				.forEach((match) -> matches.add(match.withGateways(resolveGateways(match.gateways(), namespace))));
			entries.add(new HttpEntry(entry.index(), entry.name(), List.copyOf(matches), entry.delegate(),
					entry.action().resolved(host)));
		}
		List<String> resolvedHosts = new ArrayList<>(this.hosts.size());
		this.hosts.forEach((name) -> resolvedHosts.add(host.apply(name).intern()));
		return new VirtualServiceConfig(this.metadata, List.copyOf(resolvedHosts),
				resolveGateways(this.gateways, namespace), this.exportTo, List.copyOf(entries),
				new AtomicReference<>());
	}

	VirtualServiceConfig withHttp(List<HttpEntry> entries) {
		return new VirtualServiceConfig(this.metadata, this.hosts, this.gateways, this.exportTo, entries,
				new AtomicReference<>());
	}

	VirtualServiceConfig withMetadata(Metadata other) {
		return new VirtualServiceConfig(other, this.hosts, this.gateways, this.exportTo, this.http,
				new AtomicReference<>());
	}

	/**
	 * Its name.
	 * @return namespace and name
	 */
	public ObjectName name() {
		return this.metadata.name();
	}

	/**
	 * Whether it can only be named by others.
	 * @return whether it has no hosts
	 */
	public boolean isDelegate() {
		return this.hosts.isEmpty();
	}

	/**
	 * Whether it names delegates.
	 * @return whether an entry does
	 */
	public boolean hasDelegates() {
		return this.http.stream().anyMatch((entry) -> entry.delegate() != null);
	}

	/**
	 * Whether istiod made it from a Gateway API route.
	 * @return whether its annotation says so
	 */
	public boolean hasGatewaySemantics() {
		return "gateway".equals(this.metadata.annotations().get(SEMANTICS));
	}

	/**
	 * Whether istiod made it from an Ingress.
	 * @return whether its annotation says so
	 */
	public boolean hasIngressSemantics() {
		return "ingress".equals(this.metadata.annotations().get(SEMANTICS));
	}

	boolean isExportedTo(String namespace) {
		if (this.exportTo.isEmpty() || this.exportTo.contains("*") || this.exportTo.contains(namespace)) {
			return true;
		}
		return this.exportTo.contains(".") && name().namespace().equals(namespace);
	}

	/**
	 * The bucket this VirtualService stands in for gateways of a namespace
	 * ({@code initVirtualServices}).
	 * @param namespace the namespace of the gateway pods
	 * @return the bucket, {@code null} if the gateway doesn't see it
	 */
	public Rank.@Nullable Bucket bucketFor(String namespace) {
		if (this.exportTo.isEmpty() || this.exportTo.contains("*")) {
			return Rank.Bucket.PUBLIC;
		}
		if (name().namespace().equals(namespace)) {
			return isExportedTo(namespace) ? Rank.Bucket.PRIVATE : null;
		}
		return this.exportTo.contains(namespace) ? Rank.Bucket.EXPORTED_TO : null;
	}

	private static List<String> resolveGateways(List<String> gateways, String namespace) {
		if (gateways.isEmpty()) {
			return List.of();
		}
		List<String> resolved = new ArrayList<>(gateways.size());
		gateways.forEach((gateway) -> resolved.add(GatewayReference.resolve(gateway, namespace).intern()));
		return List.copyOf(resolved);
	}

}
