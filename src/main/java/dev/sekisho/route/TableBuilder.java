package dev.sekisho.route;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.sekisho.cluster.Freshness;
import dev.sekisho.routing.GatewayPods;
import dev.sekisho.routing.MeshSettings;
import dev.sekisho.routing.table.RoutingWorld;

/**
 * Builds route tables from what the watch caches hold.
 */
@Component
class TableBuilder {

	private static final Logger logger = LoggerFactory.getLogger(TableBuilder.class);

	private final ClusterObjects objects;

	private final SharedGateways sharedGateways;

	private final GatewayWorkloads workloads;

	private final MeshConfiguration mesh;

	private final AtomicLong versions = new AtomicLong();

	private volatile Map<String, Source> sources = Map.of();

	TableBuilder(ClusterObjects objects, SharedGateways sharedGateways, GatewayWorkloads workloads,
			MeshConfiguration mesh) {
		this.objects = objects;
		this.sharedGateways = sharedGateways;
		this.workloads = workloads;
		this.mesh = mesh;
	}

	/**
	 * Builds the tables. What didn't change is shared with the tables there are.
	 * @param before the tables there are; a table whose sources didn't change is kept
	 * @return the tables by shared gateway
	 */
	Map<String, LiveTable> build(Map<String, LiveTable> before) {
		RoutingSources objects = RoutingSources.now(this.objects);
		Map<String, LiveTable> tables = new HashMap<>();
		Map<String, Source> usedSources = new HashMap<>();
		for (SharedGateway gateway : this.sharedGateways.all()) {
			String name = gateway.name();
			LiveTable old = before.get(name);
			try {
				Source source = new Source(gateway, this.workloads.of(gateway).pods(), this.mesh.settings(), objects);
				tables.put(name, table(source, old, this.sources.get(name)));
				usedSources.put(name, source);
			}
			catch (RuntimeException ex) {
				logger.error("The route table of {} can't be built", name, ex);
				if (old != null) {
					tables.put(name, old);
				}
			}
		}
		this.sources = usedSources;
		return Map.copyOf(tables);
	}

	/**
	 * How old the tables may be: as old as the oldest of their sources. Kinds that the
	 * cluster doesn't serve or the portal may not see don't make the others older.
	 * @return the freshness
	 */
	Freshness freshness() {
		return this.objects.routing()
			.stream()
			.map((cache) -> cache.snapshot().freshness())
			.filter((freshness) -> freshness.state() != Freshness.State.NOT_SERVED
					&& freshness.state() != Freshness.State.NOT_VISIBLE)
			.min(Comparator.comparing((Freshness freshness) -> freshness.live() ? 1 : 0)
				.thenComparing(Freshness::asOf, Comparator.nullsFirst(Comparator.naturalOrder())))
			.orElse(new Freshness(Freshness.State.STARTING, null, ""));
	}

	/**
	 * Whether a table was built from just what the caches hold now.
	 * @param sharedGateway the name of the shared gateway
	 * @return {@code false} while its rebuild is due, or if there is no such table
	 */
	boolean settled(String sharedGateway) {
		Source source = this.sources.get(sharedGateway);
		return source != null && source.objects().sameAs(RoutingSources.now(this.objects));
	}

	private LiveTable table(Source source, @Nullable LiveTable old, @Nullable Source before) {
		if (old == null || before == null) {
			return table(source, source.compile());
		}
		if (source.sameAs(before)) {
			return old;
		}
		return table(source, source.after(before, old.world()).orElseGet(source::compile));
	}

	private LiveTable table(Source source, RoutingWorld world) {
		return new LiveTable(source.gateway(), world, world.routeTable(), freshness(), this.versions.incrementAndGet(),
				source.objects().virtualServices().resourceVersion());
	}

	/**
	 * What a table is built from.
	 *
	 * @param gateway the shared gateway
	 * @param pods its pods
	 * @param mesh the mesh's settings
	 * @param objects the objects
	 */
	private record Source(SharedGateway gateway, GatewayPods pods, MeshSettings mesh, RoutingSources objects) {

		boolean sameAs(Source other) {
			return sameRouting(other) && this.gateway.equals(other.gateway) && this.objects.sameAs(other.objects);
		}

		RoutingWorld compile() {
			return this.objects.compile(this.pods, this.mesh);
		}

		Optional<RoutingWorld> after(Source other, RoutingWorld world) {
			return sameRouting(other) ? this.objects.after(other.objects, world) : Optional.empty();
		}

		private boolean sameRouting(Source other) {
			return this.pods.equals(other.pods) && this.mesh.equals(other.mesh);
		}

	}

}
