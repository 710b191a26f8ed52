package dev.sekisho.apply;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.sekisho.change.RouteChange;
import dev.sekisho.cluster.ResourceKind;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Many schedules of {@link Simulation}, each by a seed of its own, with the invariants
 * checked at every write and at the end. {@code -Dsekisho.simulation.seed} repeats one
 * schedule and shows its trace.
 */
class SimulationTests {

	private static final int STEPS = 400;

	private static final int FEW = 150;

	private static final int TRIES = Integer.getInteger("sekisho.simulation.tries", 1_000);

	private static final int MANY = Integer.getInteger("sekisho.simulation.schedules", 10_000);

	private static List<SimulatedReplica> replicas = List.of();

	private static SimulatedReplica oracle;

	private final Map<String, Integer> ends = new TreeMap<>();

	private int judged;

	@BeforeAll
	static void start() {
		replicas = Stream.of("replica 1", "replica 2", "replica 3").map(SimulatedReplica::new).toList();
		oracle = new SimulatedReplica("oracle");
	}

	@AfterAll
	static void stop() {
		replicas.forEach(SimulatedReplica::close);
		oracle.close();
	}

	@Test
	void noScheduleBreaksAnInvariant() {
		Long one = Long.getLong("sekisho.simulation.seed");
		if (one != null) {
			schedule(one, true);
		}
		else {
			schedules(1, FEW);
		}
	}

	@Test
	@Tag("nightly")
	void noneOfManySchedulesBreaksAnInvariant() {
		schedules(Long.getLong("sekisho.simulation.first", System.nanoTime() & 0xFFFFFFFFFFL), MANY);
	}

	@Test
	void theSameSeedIsTheSameSchedule() {
		Simulation first = new Simulation(7, replicas, oracle, Mutation.NONE);
		first.run(STEPS);
		Simulation second = new Simulation(7, replicas, oracle, Mutation.NONE);
		second.run(STEPS);
		assertThat(second.trace()).isEqualTo(first.trace()).hasSizeGreaterThan(50);
	}

	@ParameterizedTest
	@EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
	@Tag("nightly")
	void aFaultInThePortalIsFound(Mutation mutation) {
		List<Long> found = LongStream.rangeClosed(1, TRIES)
			.filter((seed) -> !run(seed, mutation).isEmpty())
			.boxed()
			.toList();
		System.out.printf("%s: found by %d of %d schedules, %s%n", mutation, found.size(), TRIES,
				found.stream().limit(5).toList());
		assertThat(found).isNotEmpty();
	}

	private void schedules(long first, int count) {
		for (int i = 0; i < count; i++) {
			schedule(first + i, false);
		}
		System.out.printf("seeds %d to %d: %d impacts judged, changes ended as %s%n", first, first + count - 1,
				this.judged, this.ends);
	}

	private void schedule(long seed, boolean show) {
		List<String> broken = run(seed, Mutation.NONE);
		if (show || !broken.isEmpty()) {
			System.out.println(String.join("\n", shortest(seed)));
			System.out.printf("-Dsekisho.simulation.seed=%d: %s%n", seed, broken);
		}
		assertThat(broken).as("-Dsekisho.simulation.seed=" + seed).isEmpty();
	}

	private List<String> run(long seed, Mutation mutation) {
		Simulation simulation = new Simulation(seed, replicas, oracle, mutation);
		SimulatedInvariants invariants = simulation.run(STEPS);
		this.judged += invariants.judged();
		simulation.store()
			.list(ResourceKind.ROUTE_CHANGE)
			.forEach((change) -> this.ends.merge(RouteChange.of(change).phase().text(), 1, Integer::sum));
		return invariants.broken();
	}

	// The fewest steps after which the end is bad.
	private static List<String> shortest(long seed) {
		List<String> shown = List.of();
		int low = 1;
		int high = STEPS;
		while (low <= high) {
			int middle = (low + high) / 2;
			Simulation simulation = new Simulation(seed, replicas, oracle, Mutation.NONE);
			boolean bad = !simulation.run(middle).broken().isEmpty();
			if (bad || shown.isEmpty()) {
				shown = simulation.trace();
			}
			if (bad) {
				high = middle - 1;
			}
			else {
				low = middle + 1;
			}
		}
		return shown;
	}

}
