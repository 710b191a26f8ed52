package dev.sekisho.apply;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.cluster.ResourceKind;

/**
 * One schedule: what happens, in which order, to several replicas of the portal, an API
 * server and people, as a seed says. The same seed is the same schedule.
 */
final class Simulation {

	static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

	private static final long[] WAITS_MILLIS = { 10, 300, 1_000, 3_000, 6_000, 11_000, 30_000 };

	private static final int ROUNDS = 40;

	// Each of three replicas has looked twice by then, longer apart than a lease lasts.
	private static final int QUIET_ROUNDS = 8;

	private final Random random;

	private final List<SimulatedReplica> replicas;

	private final Mutation mutation;

	private final SimulatedStore store;

	private final SimulatedPeople people;

	private final SimulatedInvariants invariants;

	private final Fibers fibers;

	private final List<String> trace = new ArrayList<>();

	private final boolean faults;

	private final boolean edits;

	Simulation(long seed, List<SimulatedReplica> replicas, SimulatedReplica oracle, Mutation mutation) {
		this.random = new Random(seed * 0x9E3779B97F4A7C15L);
		this.faults = this.random.nextInt(3) > 0;
		this.edits = this.random.nextInt(2) > 0;
		this.fibers = new Fibers(this.random, this.faults, this::note);
		this.replicas = replicas;
		this.mutation = mutation;
		this.store = new SimulatedStore(
				() -> BEGIN.plusNanos(this.fibers.nanos()).truncatedTo(ChronoUnit.SECONDS).toString());
		SimulatedWorld.fill(this.store);
		this.people = new SimulatedPeople(this.random, this.store);
		this.invariants = new SimulatedInvariants(this.store, oracle);
		oracle.cluster().connect(this.store, SimulatedCalls.NONE);
		oracle.boot(Mutation.NONE, 0, () -> this.fibers.nanos());
		SimulatedCalls calls = this.fibers.calls();
		for (SimulatedReplica replica : replicas) {
			replica.cluster().connect(this.store, calls);
			replica.rebuild();
			boot(replica);
		}
		if (mutation == Mutation.NO_RESOURCE_VERSION) {
			this.store.takeAnything();
		}
	}

	/** Runs it to its end. */
	SimulatedInvariants run(int steps) {
		try {
			for (int i = 0; i < steps && this.invariants.broken().isEmpty(); i++) {
				step();
			}
			if (this.invariants.broken().isEmpty()) {
				rest();
			}
		}
		finally {
			this.fibers.killAll();
		}
		return this.invariants;
	}

	List<String> trace() {
		return this.trace;
	}

	SimulatedStore store() {
		return this.store;
	}

	private void step() {
		int dice = this.random.nextInt(100);
		if (dice < 45) {
			this.fibers.runOn();
		}
		else if (dice < 57) {
			begin();
		}
		else if (dice < 72) {
			watch();
		}
		else if (dice < 84) {
			one(this.replicas).rebuild();
		}
		else if (dice < 89) {
			this.fibers.pass(WAITS_MILLIS[this.random.nextInt(WAITS_MILLIS.length)]);
		}
		else if (dice < 97) {
			people();
		}
		else if (dice < 98 && this.faults) {
			crash();
		}
		else {
			this.fibers.freezeOne();
		}
	}

	private void people() {
		int dice = this.random.nextInt(12);
		if (dice < 4) {
			note(this.people.propose());
		}
		else if (dice < 9) {
			note(this.people.review(one(this.replicas)));
		}
		else if (dice < 10) {
			note(this.people.reviewPastThePortal());
		}
		else if (this.edits) {
			note(edit());
		}
	}

	// Edits are worst just before a write.
	private @Nullable String edit() {
		ObjectKey written = this.fibers.aboutToBeWritten();
		return (written != null) ? this.people.edit(written) : this.people.edit();
	}

	private void watch() {
		SimulatedReplica replica = one(this.replicas);
		SimulatedWatch watch = one(replica.cluster().watches());
		int dice = this.random.nextInt(20);
		if (dice == 0 && this.faults) {
			watch.interrupt();
			note("watch of " + watch.kind().kind() + " breaks");
		}
		else if (dice == 1 && this.faults) {
			watch.relistAt(Math.max(1000, watch.position() - this.random.nextInt(6)));
			note("watch of " + watch.kind().kind() + " is back at " + watch.position());
		}
		else if (dice < 5) {
			replica.cluster().watches().forEach(SimulatedWatch::relist);
		}
		else {
			replica.cluster().watches().forEach(SimulatedWatch::deliver);
		}
	}

	private void begin() {
		List<ObjectKey> keys = this.store.keys(ResourceKind.ROUTE_CHANGE);
		if (!keys.isEmpty()) {
			this.fibers.begin(one(this.replicas), one(keys));
		}
	}

	private void crash() {
		SimulatedReplica replica = one(this.replicas);
		note(replica + " is killed");
		this.fibers.kill(replica);
		boot(replica);
		replica.cluster().showAll(this.store.revision() - this.random.nextInt(4));
	}

	private void boot(SimulatedReplica replica) {
		long skew = TimeUnit.MINUTES.toMillis(this.random.nextInt(21) - 10);
		replica.boot(this.mutation, skew, () -> this.fibers.nanos());
	}

	private void rest() {
		this.fibers.calm();
		note("everything comes to rest");
		int quiet = 0;
		for (int round = 0; round < ROUNDS && quiet < QUIET_ROUNDS; round++) {
			long before = this.store.revision();
			this.fibers.finish();
			this.fibers.pass(5_000);
			SimulatedReplica replica = this.replicas.get(round % this.replicas.size());
			replica.cluster().watches().forEach(SimulatedWatch::relist);
			replica.rebuild();
			this.store.keys(ResourceKind.ROUTE_CHANGE).forEach((key) -> this.fibers.begin(replica, key));
			quiet = (this.store.revision() != before) ? 0 : quiet + 1;
		}
		this.fibers.killAll();
		this.invariants.atRest();
	}

	private void note(@Nullable String what) {
		if (what != null) {
			this.trace.add(what);
			if (!this.invariants.broken().isEmpty() && !this.trace.contains("BROKEN")) {
				this.trace.add("BROKEN");
				this.trace.addAll(this.invariants.broken());
			}
		}
	}

	private <T> T one(List<T> list) {
		return list.get(this.random.nextInt(list.size()));
	}

}
