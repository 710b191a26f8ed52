package dev.sekisho.routing.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.GatewayPods;
import dev.sekisho.routing.MeshSettings;
import dev.sekisho.routing.ObjectName;
import dev.sekisho.routing.Rebuild;
import dev.sekisho.routing.RoutePlace;
import dev.sekisho.routing.UnreadableObject;
import dev.sekisho.routing.manifest.DestinationRuleConfig;
import dev.sekisho.routing.manifest.GatewayConfig;
import dev.sekisho.routing.manifest.HostName;
import dev.sekisho.routing.manifest.ServiceConfig;
import dev.sekisho.routing.manifest.ServiceDirectory;
import dev.sekisho.routing.manifest.VirtualServiceConfig;
import dev.sekisho.routing.manifest.WorldObjects;
import dev.sekisho.routing.manifest.WorldObjects.ServiceEntries;
import dev.sekisho.routing.table.WorldTable.Origin;

/**
 * Everything that decides how one ingress gateway workload routes: its pods, the mesh's
 * settings and the Gateways, VirtualServices, Services, ServiceEntries and
 * DestinationRules of the cluster. Immutable; a changed world is a new one that shares
 * what did not change.
 */
public final class RoutingWorld {

	private final GatewayPods pods;

	private final MeshSettings mesh;

	private final WorldObjects objects;

	private final ServiceDirectory directory;

	private Origin origin;

	private volatile @Nullable WorldTable built;

	private RoutingWorld(GatewayPods pods, MeshSettings mesh, WorldObjects objects, ServiceDirectory directory,
			Origin origin) {
		this.pods = pods;
		this.mesh = mesh;
		this.objects = objects;
		this.directory = directory;
		this.origin = origin;
	}

	/**
	 * Compiles raw objects. Objects of other kinds are ignored; an object that can't be
	 * read is set aside in {@code unreadable()} and spoils nothing else.
	 * @param pods the gateway pods
	 * @param mesh the mesh's settings
	 * @param objects raw manifests as a JSON parser returns them: maps, lists, strings,
	 * numbers, booleans, nulls
	 * @return the world
	 */
	public static RoutingWorld of(GatewayPods pods, MeshSettings mesh, Collection<? extends Map<String, ?>> objects) {
		WorldObjects compiled = WorldObjects.of(objects, pods, mesh.clusterDomain());
		return new RoutingWorld(pods, mesh, compiled, directory(pods, compiled), Origin.NONE);
	}

	/**
	 * The world with one object added or, if an object of its kind, namespace and name is
	 * there, replaced. An added object without creationTimestamp is younger than all.
	 * @param object a raw manifest
	 * @return the new world
	 */
	public RoutingWorld with(Map<String, ?> object) {
		WorldObjects changed = this.objects.with(object);
		if (changed == this.objects) {
			return this;
		}
		Object kind = object.get("kind");
		if (WorldObjects.VIRTUAL_SERVICE.equals(kind)) {
			return changed(changed, WorldObjects.nameOf(object));
		}
		return new RoutingWorld(this.pods, this.mesh, changed,
				"Gateway".equals(kind) ? this.directory : directory(this.pods, changed), Origin.NONE);
	}

	/**
	 * The world without one VirtualService.
	 * @param virtualService its name
	 * @return the new world; this one if there is no such object
	 */
	public RoutingWorld withoutVirtualService(ObjectName virtualService) {
		WorldObjects changed = this.objects.without(WorldObjects.VIRTUAL_SERVICE, virtualService);
		return (changed == this.objects) ? this : changed(changed, virtualService);
	}

	/**
	 * The world after its Gateways and VirtualServices were created again.
	 * @param rebuild in which order
	 * @return the new world
	 */
	public RoutingWorld rebuilt(Rebuild rebuild) {
		return new RoutingWorld(this.pods, this.mesh, this.objects.rebuilt(rebuild), this.directory, Origin.NONE);
	}

	/**
	 * The same world, with nothing worked out yet.
	 * @return a new world
	 */
	public RoutingWorld anew() {
		return new RoutingWorld(this.pods, this.mesh, this.objects, this.directory, Origin.NONE);
	}

	/**
	 * The route table of this world, built at the first call.
	 * @return the table
	 */
	public RouteTable routeTable() {
		WorldTable table = this.built;
		return ((table != null) ? table : build()).table();
	}

	/**
	 * Where the routes of one VirtualService stand in the route table.
	 * @param virtualService its name
	 * @return the places, by port and virtual host as they come
	 */
	public List<RoutePlace> places(ObjectName virtualService) {
		WorldTable table = this.built;
		return ((table != null) ? table : build()).places(virtualService);
	}

	/**
	 * The gateway pods.
	 * @return the pods
	 */
	public GatewayPods pods() {
		return this.pods;
	}

	/**
	 * The mesh's settings.
	 * @return the settings
	 */
	public MeshSettings mesh() {
		return this.mesh;
	}

	/**
	 * The names of all VirtualServices that could be read, whether or not they are bound
	 * to the gateway.
	 * @return the names by namespace and name
	 */
	public List<ObjectName> virtualServices() {
		return this.objects.all(WorldObjects.VIRTUAL_SERVICE, VirtualServiceConfig.class)
			.stream()
			.map(VirtualServiceConfig::name)
			.toList();
	}

	/**
	 * The Gateways that apply to the pods of this ingress gateway.
	 * @return their names
	 */
	public List<ObjectName> gateways() {
		return this.objects.all("Gateway", GatewayConfig.class)
			.stream()
			.filter((gateway) -> gateway.selects(this.pods))
			.map((gateway) -> gateway.metadata().name())
			.toList();
	}

	/**
	 * The plain HTTP servers of a Gateway, with the hosts that VirtualServices of a
	 * namespace may use there.
	 * @param gateway the Gateway
	 * @param namespace the namespace of the VirtualService
	 * @return the servers in order; empty if there is no such Gateway
	 */
	public List<HttpServer> servers(ObjectName gateway, String namespace) {
		if (!(this.objects.of("Gateway").get(gateway) instanceof GatewayConfig config)) {
			return List.of();
		}
		return config.servers()
			.stream()
			.filter(GatewayConfig.Server::isHttp)
			.map((server) -> new HttpServer(server.port(), server.hostsFor(namespace)))
			.toList();
	}

	/**
	 * The objects that were set aside because they couldn't be read.
	 * @return the objects with the reason
	 */
	public List<UnreadableObject> unreadable() {
		return this.objects.unreadable();
	}

	private synchronized WorldTable build() {
		WorldTable table = this.built;
		if (table == null) {
			WorldTable from = this.origin.from();
			table = (from != null) ? from.with(this.objects, this.origin.changed())
					: WorldTable.of(this.pods, this.mesh, this.objects, this.directory);
			this.built = table;
			this.origin = Origin.NONE;
		}
		return table;
	}

	private synchronized RoutingWorld changed(WorldObjects changed, ObjectName virtualService) {
		WorldTable table = this.built;
		Origin start = (table != null) ? new Origin(table, Set.of()) : this.origin;
		return new RoutingWorld(this.pods, this.mesh, changed, this.directory, start.and(virtualService));
	}

	private static ServiceDirectory directory(GatewayPods pods, WorldObjects objects) {
		List<ServiceConfig> services = new ArrayList<>(objects.all("Service", ServiceConfig.class));
		objects.all("ServiceEntry", ServiceEntries.class).forEach((entry) -> services.addAll(entry.services()));
		return new ServiceDirectory(pods, services, objects.all("DestinationRule", DestinationRuleConfig.class));
	}

	/**
	 * A server of a Gateway.
	 *
	 * @param port the port it declares
	 * @param hosts its hosts for one namespace
	 */
	public record HttpServer(int port, List<String> hosts) {

		public HttpServer {
			hosts = List.copyOf(hosts);
		}

		/**
		 * Whether a host of a VirtualService is served here, compared as istiod does.
		 * @param host the host as written
		 * @return {@code true} if the server takes at least a part of it
		 */
		public boolean serves(String host) {
			return !HostName.intersection(this.hosts, List.of(host)).isEmpty();
		}

	}

}
