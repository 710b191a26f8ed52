package dev.sekisho.guard;

import java.util.Comparator;
import java.util.List;

import org.springframework.stereotype.Component;

import dev.sekisho.access.Visibility;
import dev.sekisho.cluster.Cluster;
import dev.sekisho.cluster.Freshness;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.cluster.ResourceKind;
import dev.sekisho.cluster.WatchCache;
import dev.sekisho.route.RouteTables;
import dev.sekisho.route.SharedGateway;

/**
 * The foreign writes on a shared gateway.
 */
@Component
public class ForeignWrites {

	/** The label by which a namespace says whether it enforces the guard. */
	static final String LABEL = "sekisho.dev/guard";

	private static final Comparator<Found> ORDER = Comparator.comparing(Found::way)
		.thenComparing((found) -> found.object().toString())
		.thenComparing(Found::about);

	private final List<Finder> finders;

	private final LastWriters writers;

	private final WatchCache<Boolean> enforcing;

	private final RouteTables tables;

	ForeignWrites(Cluster cluster, List<Finder> finders, LastWriters writers, RouteTables tables) {
		this.finders = List.copyOf(finders);
		this.writers = writers;
		this.tables = tables;
		this.enforcing = cluster.watch(ResourceKind.NAMESPACE,
				(namespace) -> namespace.getMetadata().getLabels() != null
						&& "enforce".equals(namespace.getMetadata().getLabels().get(LABEL)));
	}

	/**
	 * Lists them.
	 * @param gateway the shared gateway
	 * @param visibility what may be named
	 * @return the foreign writes in visible namespaces, by way and object
	 */
	public List<ForeignWrite> on(SharedGateway gateway, Visibility visibility) {
		List<Found> all = this.finders.stream()
			.flatMap((finder) -> finder.on(gateway))
			.distinct()
			.sorted(ORDER)
			.toList();
		return all.stream()
			.filter((found) -> visibility.sees(found.object().namespace()))
			.map((found) -> new ForeignWrite(found.way(), found.kind().kind(), found.object(), about(found, visibility),
					enforces(found.object()), this.writers.of(found)))
			.toList();
	}

	/**
	 * How old the lists may be.
	 * @return the freshness of what they are made from
	 */
	public Freshness freshness() {
		return this.tables.freshness();
	}

	private boolean enforces(ObjectKey object) {
		return this.enforcing.snapshot().find(ObjectKey.of(object.namespace())).orElse(false);
	}

	// What delegates may be in a namespace that isn't seen.
	private static String about(Found found, Visibility visibility) {
		int slash = found.about().indexOf('/');
		boolean hidden = found.way() == Way.DELEGATE && !visibility.sees(found.about().substring(0, slash));
		return hidden ? "" : found.about();
	}

}
