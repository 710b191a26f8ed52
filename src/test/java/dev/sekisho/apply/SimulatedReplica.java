package dev.sekisho.apply;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;

import dev.sekisho.check.Checks;
import dev.sekisho.cluster.Cluster;
import dev.sekisho.cluster.ResourceKind;
import dev.sekisho.route.RouteTables;
import dev.sekisho.route.SteppedTables;
import dev.sekisho.route.VirtualServices;

/**
 * A replica of the portal in a simulation: the production classes on a simulated cluster.
 * Route tables and checks outlive its crashes, since they hold nothing but what the
 * watches show; everything of {@code apply} is made anew.
 */
final class SimulatedReplica implements AutoCloseable {

	static final ApplyProperties PROPERTIES = new ApplyProperties("sekisho", Duration.ofHours(24),
			Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(1), 4);

	private final SimulatedCluster cluster = new SimulatedCluster();

	private final ConfigurableApplicationContext context;

	private final Map<ResourceKind, Integer> lasting = new HashMap<>();

	private @Nullable Parts parts;

	private final String name;

	SimulatedReplica(String name) {
		this.name = name;
		this.context = new SpringApplicationBuilder(Front.class).web(WebApplicationType.NONE)
			.properties(Map.of("spring.main.banner-mode", "off", "spring.main.log-startup-info", "false",
					"logging.level.dev.sekisho.apply", "error"))
			.initializers((ApplicationContextInitializer<GenericApplicationContext>) (fresh) -> fresh
				.registerBean(Cluster.class, () -> this.cluster))
			.run();
		this.cluster.watches().forEach((watch) -> this.lasting.put(watch.kind(), watch.projections()));
	}

	/** Starts the process. */
	void boot(Mutation mutation, long skew, LongSupplier nanos) {
		this.cluster.watches().forEach((watch) -> watch.keep(this.lasting.getOrDefault(watch.kind(), 0)));
		RouteTables tables = tables();
		Timepiece time = new Timepiece() {
			@Override
			Instant now() {
				return Simulation.BEGIN.plusNanos(nanos.getAsLong()).plusMillis(skew);
			}

			@Override
			long nanos() {
				return nanos.getAsLong() + skew;
			}
		};
		VirtualServiceWriter writer = mutation.writer(this.cluster, time);
		Assessor assessor = new Assessor(this.context.getBean(Checks.class));
		PortalIdentity portal = new PortalIdentity(this.cluster);
		Expiry expiry = new Expiry(PROPERTIES);
		StatusWriter statuses = new StatusWriter(this.cluster);
		ApprovedChange approved = new ApprovedChange(tables, new Objections(assessor, portal, expiry), writer, statuses,
				mutation.lease(this.cluster, time), mutation.caughtUp(this.cluster),
				new FoundationPolicies(this.cluster), expiry);
		AppliedChange applied = new AppliedChange(this.context.getBean(VirtualServices.class), writer, new Drifts());
		this.parts = new Parts(assessor,
				new ChangeSteps(this.cluster, new PendingChange(tables, assessor, writer, portal, PROPERTIES), approved,
						applied, statuses, new Announcements(this.cluster), time));
	}

	SimulatedCluster cluster() {
		return this.cluster;
	}

	RouteTables tables() {
		return this.context.getBean(RouteTables.class);
	}

	void rebuild() {
		SteppedTables.rebuild(tables());
	}

	ChangeSteps steps() {
		return running().steps();
	}

	Assessor assessor() {
		return running().assessor();
	}

	private Parts running() {
		Parts running = this.parts;
		if (running == null) {
			throw new IllegalStateException("not booted");
		}
		return running;
	}

	@Override
	public String toString() {
		return this.name;
	}

	@Override
	public void close() {
		this.context.close();
	}

	/**
	 * What lives as long as the process.
	 *
	 * @param assessor judges changes
	 * @param steps takes them further
	 */
	private record Parts(Assessor assessor, ChangeSteps steps) {

	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@ComponentScan(basePackages = { "dev.sekisho.check", "dev.sekisho.route" },
			excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX,
					pattern = "dev\\.sekisho\\.route\\.(web\\..*|TableRefresh)"))
	@Import(Replica.AccessRules.class)
	static class Front {

	}

}
