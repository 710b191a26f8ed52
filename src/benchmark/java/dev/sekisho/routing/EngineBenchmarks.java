package dev.sekisho.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import dev.sekisho.routing.impact.TrafficImpact;
import dev.sekisho.routing.table.RouteTable;
import dev.sekisho.routing.table.RoutingWorld;

/**
 * How long the engine takes with 100, 1,000 and 10,000 routes on one host.
 */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 3, time = 3)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class EngineBenchmarks {

	/** The number of routes. */
	@Param({ "100", "1000", "10000" })
	public int routes;

	private static final int CHANGES = 4096;

	private final Random random = new Random(42);

	private final List<Map<String, ?>> changes = new ArrayList<>();

	private int next;

	private List<Map<String, ?>> manifests = List.of();

	private RoutingWorld world = BenchmarkWorlds.world(0);

	private RouteTable table = this.world.routeTable();

	/**
	 * Makes a world with all verdicts known, as a running portal has it.
	 */
	@Setup
	public void prepare() {
		this.manifests = BenchmarkWorlds.manifests(this.routes);
		this.world = BenchmarkWorlds.world(this.routes);
		this.table = this.world.routeTable();
		TrafficImpact.between(this.world, this.world);
		for (int i = 0; i < CHANGES; i++) {
			this.changes.add(BenchmarkWorlds.change(this.routes, this.random));
		}
	}

	/**
	 * Compiles all objects, builds the table and finds out which routes are reached.
	 * @return the verdicts
	 */
	@Benchmark
	@BenchmarkMode(Mode.AverageTime)
	public List<Reach.Verdict> buildWithAllFindings() {
		return BenchmarkWorlds.worldOf(this.manifests).routeTable().verdicts(80, "*:80");
	}

	/**
	 * Works out the traffic impact of one changed VirtualService.
	 * @return the impact
	 */
	@Benchmark
	@BenchmarkMode(Mode.SampleTime)
	public TrafficImpact impactOfOneChange() {
		return TrafficImpact.between(this.world, this.world.with(this.changes.get(this.next++ % CHANGES)));
	}

	/**
	 * Works out the traffic impact of a VirtualService with a regex made to be hard.
	 * @return the impact
	 */
	@Benchmark
	@BenchmarkMode(Mode.SampleTime)
	public TrafficImpact impactOfOneHostileRegex() {
		return TrafficImpact.between(this.world, this.world.with(BenchmarkWorlds.hostileRegex(this.random)));
	}

	/**
	 * Answers one request.
	 * @return the answer
	 */
	@Benchmark
	@BenchmarkMode(Mode.SampleTime)
	public Answer answerOneRequest() {
		return this.table.answer(BenchmarkWorlds.request(this.routes, this.random));
	}

	/**
	 * A world's manifests, for other benchmarks.
	 * @param routes how many routes
	 * @return the Gateway and the VirtualServices
	 */
	public static List<Map<String, ?>> manifests(int routes) {
		return BenchmarkWorlds.manifests(routes);
	}

	/**
	 * A world, for other benchmarks.
	 * @param manifests its manifests
	 * @return the world
	 */
	public static RoutingWorld worldOf(List<Map<String, ?>> manifests) {
		return BenchmarkWorlds.worldOf(manifests);
	}

}
