package dev.sekisho.access;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

import jakarta.annotation.PreDestroy;
import org.springframework.stereotype.Component;

import dev.sekisho.cluster.AccessQuestion;
import dev.sekisho.cluster.Cluster;
import dev.sekisho.cluster.ClusterException;
import dev.sekisho.cluster.ResourceKind;

/**
 * What a caller may see, from answers that are less than a minute old: one cluster-wide
 * question first, then one for each namespace that matters, in parallel.
 */
@Component
class Views {

	// Together a minute, with the 15 s after which streams look again.
	private static final Duration MAX_AGE = Duration.ofSeconds(42);

	private static final Duration MAX_AGE_OF_SETS = Duration.ofSeconds(3);

	// Hundreds of namespaces, some rights, some dozens of callers.
	private static final int MOST_ANSWERS = 100_000;

	private static final int PARALLEL_QUESTIONS = 8;

	private final Cluster cluster;

	private final KnownNamespaces known;

	private final ExecutorService threads = Executors.newFixedThreadPool(PARALLEL_QUESTIONS, Views::thread);

	private final Remembered<Boolean> answers = new Remembered<>(MAX_AGE, MOST_ANSWERS);

	private final RecentSets sets = new RecentSets(MAX_AGE_OF_SETS);

	Views(Cluster cluster, KnownNamespaces known) {
		this.cluster = cluster;
		this.known = known;
	}

	Visibility visibility(Caller caller) {
		Set<String> gateways = this.known.sharedGateways();
		if (may(caller, Questions.list(ResourceKind.VIRTUAL_SERVICE, ""))) {
			return Visibility.ALL;
		}
		if (!gateways.isEmpty()
				&& those(gateways, (name) -> may(caller, Questions.approve(name))).size() == gateways.size()) {
			return Visibility.ALL;
		}
		Set<String> namespaces = this.known.withRoutes();
		return new Visibility(false, this.sets.get(caller, "see", namespaces, () -> those(namespaces,
				(namespace) -> may(caller, Questions.list(ResourceKind.VIRTUAL_SERVICE, namespace)))));
	}

	boolean isReviewer(Caller caller, String sharedGateway) {
		return may(caller, Questions.approve(sharedGateway));
	}

	boolean isPlatform(Caller caller, String sharedGateway) {
		return may(caller, sharedGateway.isEmpty() ? Questions.create(ResourceKind.SHARED_GATEWAY, "")
				: Questions.update(sharedGateway));
	}

	Visibility visibility(Caller caller, String sharedGateway) {
		return isReviewer(caller, sharedGateway) ? Visibility.ALL : visibility(caller);
	}

	Set<String> authorNamespaces(Caller caller) {
		Set<String> all = this.known.all();
		return mayAuthor(caller, "") ? all
				: this.sets.get(caller, "author", all, () -> those(all, (namespace) -> mayAuthor(caller, namespace)));
	}

	Set<String> reviewedGateways(Caller caller) {
		return those(this.known.sharedGateways(), (name) -> may(caller, Questions.approve(name)));
	}

	@PreDestroy
	void close() {
		this.threads.shutdownNow();
	}

	private boolean mayAuthor(Caller caller, String namespace) {
		return may(caller, Questions.create(ResourceKind.ROUTE_CHANGE, namespace))
				&& may(caller, Questions.create(ResourceKind.ROUTE_REVIEW, namespace));
	}

	private boolean may(Caller caller, AccessQuestion question) {
		return this.answers.get(new Asked(caller, question),
				() -> this.cluster.as(caller.credential()).allowed(question));
	}

	private Set<String> those(Set<String> names, Predicate<String> condition) {
		Executor executor = this.threads;
		List<CompletableFuture<Boolean>> asked = names.stream()
			.map((name) -> CompletableFuture.supplyAsync(() -> condition.test(name), executor))
			.toList();
		Set<String> those = new TreeSet<>();
		int index = 0;
		for (String name : names) {
			if (answer(asked.get(index++))) {
				those.add(name);
			}
		}
		return those;
	}

	private static boolean answer(CompletableFuture<Boolean> asked) {
		try {
			return asked.join();
		}
		catch (CompletionException ex) {
			if (ex.getCause() instanceof ClusterException failure) {
				throw failure;
			}
			throw ex;
		}
	}

	private static Thread thread(Runnable task) {
		Thread thread = new Thread(task, "access-questions");
		thread.setDaemon(true);
		return thread;
	}

	private record Asked(Caller caller, AccessQuestion question) {

	}

}
