package dev.sekisho.apply;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.sekisho.access.Caller;
import dev.sekisho.change.Baseline;
import dev.sekisho.change.ChangeRefused;
import dev.sekisho.change.Changes;
import dev.sekisho.change.Draft;
import dev.sekisho.change.Manifest;
import dev.sekisho.change.RouteChange;
import dev.sekisho.change.RouteReview;
import dev.sekisho.change.RouteReview.Verdict;
import dev.sekisho.change.Submissions;
import dev.sekisho.change.Yaml;
import dev.sekisho.cluster.Credential;
import dev.sekisho.cluster.Identity;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.cluster.ResourceKind;
import dev.sekisho.cluster.SandboxCluster;
import dev.sekisho.review.Reviews;
import dev.sekisho.route.RouteTables;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Many decide on one change at the same moment: one wins, and every other is told who did
 * what.
 */
class ReviewRaceTests {

	private static final ObjectKey ORDERS = new ObjectKey("orders", "orders-virtual-service");

	@Test
	void oneOfAFewWins(@TempDir Path folder) throws Exception {
		race(folder, 6, 3);
	}

	@Test
	@Tag("long")
	void oneOfFiftyWinsTwoHundredTimes(@TempDir Path folder) throws Exception {
		race(folder, 50, 200);
	}

	private static void race(Path folder, int threads, int rounds) throws Exception {
		ExecutorService executor = Executors.newFixedThreadPool(threads);
		try (SandboxCluster sandbox = SandboxCluster.start(folder);
				Replica one = Replica.withoutReconciler(sandbox.connect());
				Replica other = Replica.withoutReconciler(sandbox.connect())) {
			List<Replica> replicas = List.of(one, other);
			replicas.forEach(ReviewRaceTests::awaitTable);
			for (int round = 0; round < rounds; round++) {
				RouteChange change = submit(sandbox, one, round);
				List<RouteReview> winners = decide(executor, replicas, change, threads);
				RouteReview stored = sandbox.as("admin")
					.read(ResourceKind.ROUTE_REVIEW, new ObjectKey("orders", change.uid()))
					.map(RouteReview::of)
					.orElseThrow();
				assertThat(winners).singleElement().isEqualTo(stored);
			}
		}
		finally {
			executor.shutdownNow();
		}
	}

	private static List<RouteReview> decide(ExecutorService executor, List<Replica> replicas, RouteChange change,
			int threads) throws Exception {
		String shown = replicas.get(0).get(Changes.class).open(caller("carol"), change.key()).preview().digest().hash();
		CyclicBarrier start = new CyclicBarrier(threads);
		List<Callable<RouteReview>> deciders = new ArrayList<>();
		for (int i = 0; i < threads; i++) {
			String who = (i % 2 == 0) ? "carol" : "dan";
			Verdict verdict = (i % 3 == 0) ? Verdict.REJECTED : Verdict.APPROVED;
			Reviews reviews = replicas.get(i % replicas.size()).get(Reviews.class);
			String reason = "Reason " + i;
			deciders.add(() -> {
				start.await();
				return reviews.decide(caller(who), change.key(),
						new Reviews.Decision(verdict, reason, shown, Set.of(), 0));
			});
		}
		List<RouteReview> winners = new ArrayList<>();
		for (Future<RouteReview> decided : executor.invokeAll(deciders)) {
			try {
				winners.add(decided.get());
			}
			catch (ExecutionException ex) {
				assertThat(ex.getCause()).isInstanceOfSatisfying(ChangeRefused.class, (refused) -> {
					assertThat(refused.reason()).isEqualTo(ChangeRefused.Reason.DECIDED);
					assertThat(refused.review()).isNotNull();
				});
			}
		}
		return winners;
	}

	private static RouteChange submit(SandboxCluster sandbox, Replica replica, int round) {
		GenericKubernetesResource live = sandbox.as("admin").read(ResourceKind.VIRTUAL_SERVICE, ORDERS).orElseThrow();
		String yaml = Yaml.content(live).replace("timeout: 10s", "timeout: 11s");
		return replica.get(Submissions.class)
			.submit(caller("alice"), Draft.of(Manifest.read(yaml, "orders"), ""),
					new Submissions.Request("A reason", "race-" + round, "", Baseline.of(live), ""))
			.change();
	}

	private static void awaitTable(Replica replica) {
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> replica.get(RouteTables.class)
				.find("sample-gateway")
				.filter((table) -> table.freshness().live())
				.isPresent());
	}

	private static Caller caller(String name) {
		return new Caller(new Identity(name, "", Set.of()), new Credential.Token("sandbox-" + name));
	}

}
