package dev.sekisho.routing.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.GatewayPods;
import dev.sekisho.routing.MeshSettings;
import dev.sekisho.routing.ObjectName;
import dev.sekisho.routing.RoutePlace;
import dev.sekisho.routing.manifest.DelegateExpansion;
import dev.sekisho.routing.manifest.GatewayConfig;
import dev.sekisho.routing.manifest.ServiceDirectory;
import dev.sekisho.routing.manifest.VirtualServiceConfig;
import dev.sekisho.routing.manifest.WorldObjects;

/**
 * A route table with what is needed to keep it up when VirtualServices change. Immutable.
 */
final class WorldTable {

	private final RouteTable table;

	private final Map<Integer, TableBuilder> builders;

	private final WorldObjects objects;

	private final Map<ObjectName, VirtualServiceConfig> roots;

	/**
	 * Makes a table.
	 * @param table the table
	 * @param builders what builds the tables of the ports
	 * @param objects what the table was built from
	 * @param roots the VirtualServices that delegate, with the delegates put in
	 */
	private WorldTable(RouteTable table, Map<Integer, TableBuilder> builders, WorldObjects objects,
			Map<ObjectName, VirtualServiceConfig> roots) {
		this.table = table;
		this.builders = builders;
		this.objects = objects;
		this.roots = roots;
	}

	static WorldTable of(GatewayPods pods, MeshSettings mesh, WorldObjects objects, ServiceDirectory directory) {
		Listeners listeners = new Listeners(pods, objects.all("Gateway", GatewayConfig.class), directory);
		DelegateExpansion delegates = new DelegateExpansion(objects::virtualService);
		Translator translator = new Translator(pods, directory);
		Map<ObjectName, VirtualServiceConfig> roots = new HashMap<>();
		List<VirtualServiceConfig> expanded = new ArrayList<>();
		for (VirtualServiceConfig virtualService : objects.all(WorldObjects.VIRTUAL_SERVICE,
				VirtualServiceConfig.class)) {
			if (virtualService.hasDelegates() && !virtualService.isDelegate()) {
				roots.put(virtualService.name(), delegates.expand(virtualService));
				expanded.add(delegates.expand(virtualService));
			}
			else if (!virtualService.isDelegate()) {
				expanded.add(virtualService);
			}
		}
		Map<Integer, TableBuilder> builders = new TreeMap<>();
		Map<Integer, PortTable> tables = new TreeMap<>();
		listeners.http().forEach((port, servers) -> {
			TableBuilder builder = new TableBuilder(translator, servers);
			builders.put(port, builder);
			tables.put(port, builder.build(expanded));
		});
		return new WorldTable(new RouteTable(mesh, tables, listeners.others()), builders, objects, roots);
	}

	RouteTable table() {
		return this.table;
	}

	/**
	 * The table after some VirtualServices changed.
	 * @param changedObjects all objects, in which nothing else differs
	 * @param names the VirtualServices that came, changed or went
	 * @return the table
	 */
	WorldTable with(WorldObjects changedObjects, Set<ObjectName> names) {
		DelegateExpansion delegates = new DelegateExpansion(changedObjects::virtualService);
		Map<ObjectName, VirtualServiceConfig> changedRoots = new HashMap<>(this.roots);
		Set<ObjectName> affected = new TreeSet<>(names);
		this.roots.keySet().stream().filter((root) -> delegatesTo(root, names)).forEach(affected::add);
		List<VirtualServiceConfig> gone = new ArrayList<>(1);
		List<VirtualServiceConfig> come = new ArrayList<>(1);
		for (ObjectName name : affected) {
			VirtualServiceConfig old = this.roots.getOrDefault(name, this.objects.virtualService(name));
			if (old != null && !old.isDelegate()) {
				gone.add(old);
			}
			changedRoots.remove(name);
			VirtualServiceConfig fresh = changedObjects.virtualService(name);
			if (fresh != null && !fresh.isDelegate()) {
				VirtualServiceConfig expanded = delegates.expand(fresh);
				come.add(expanded);
				if (fresh.hasDelegates()) {
					changedRoots.put(name, expanded);
				}
			}
		}
		return new WorldTable(updated(gone, come), this.builders, changedObjects, changedRoots);
	}

	/**
	 * Where the routes of one VirtualService stand.
	 * @param name its name
	 * @return the places
	 */
	List<RoutePlace> places(ObjectName name) {
		VirtualServiceConfig config = this.roots.getOrDefault(name, this.objects.virtualService(name));
		if (config == null || config.isDelegate()) {
			return List.of();
		}
		List<RoutePlace> places = new ArrayList<>();
		this.builders.forEach((port, builder) -> {
			PortTable known = this.table.table(port);
			if (known != null) {
				places.addAll(builder.places(port, known, config));
			}
		});
		return places;
	}

	private RouteTable updated(Collection<VirtualServiceConfig> gone, Collection<VirtualServiceConfig> come) {
		Map<Integer, PortTable> tables = new TreeMap<>();
		this.builders.forEach((port, builder) -> {
			PortTable known = this.table.table(port);
			if (known != null) {
				tables.put(port, builder.update(known, gone, come));
			}
		});
		return this.table.with(tables);
	}

	private boolean delegatesTo(ObjectName root, Set<ObjectName> names) {
		VirtualServiceConfig config = this.objects.virtualService(root);
		return config != null && config.http().stream().anyMatch((entry) -> {
			ObjectName delegate = entry.delegate();
			return delegate != null && names.contains(
					delegate.namespace().isEmpty() ? new ObjectName(root.namespace(), delegate.name()) : delegate);
		});
	}

	/**
	 * A table to be made from another one.
	 *
	 * @param from the other one; {@code null} if there's none
	 * @param changed the VirtualServices that differ
	 */
	record Origin(@Nullable WorldTable from, Set<ObjectName> changed) {

		/** No other table. */
		static final Origin NONE = new Origin(null, Set.of());

		Origin and(ObjectName name) {
			if (this.from == null) {
				return this;
			}
			Set<ObjectName> more = new TreeSet<>(this.changed);
			more.add(name);
			return new Origin(this.from, more);
		}

	}

}
