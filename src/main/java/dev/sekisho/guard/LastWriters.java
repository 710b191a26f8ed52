package dev.sekisho.guard;

import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import jakarta.annotation.PreDestroy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.sekisho.cluster.Cluster;
import dev.sekisho.cluster.ClusterException;

/**
 * Who wrote an object last. The watches leave that out, so it is read once for each
 * version, in the background: pages don't wait for it.
 */
@Component
class LastWriters {

	private static final int MOST = 10_000;

	private final Cluster cluster;

	private final Map<Found, Optional<Writer>> known = new ConcurrentHashMap<>();

	private final Set<Found> asked = ConcurrentHashMap.newKeySet();

	private final ExecutorService thread = Executors.newSingleThreadExecutor((task) -> {
		Thread thread = new Thread(task, "last-writers");
		thread.setDaemon(true);
		return thread;
	});

	LastWriters(Cluster cluster) {
		this.cluster = cluster;
	}

	/**
	 * The last writer of a version of an object.
	 * @param found the object as seen
	 * @return the writer; {@code null} while it isn't known
	 */
	@Nullable Writer of(Found found) {
		Optional<Writer> writer = this.known.get(found);
		if (writer == null && this.asked.add(found)) {
			this.thread.execute(() -> read(found));
		}
		return (writer != null) ? writer.orElse(null) : null;
	}

	private void read(Found found) {
		if (this.known.size() >= MOST) {
			this.known.clear();
		}
		try {
			this.known.put(found,
					this.cluster.asPortal().read(found.kind(), found.object()).flatMap(LastWriters::last));
		}
		catch (ClusterException ex) {
			// Asked again when the next page is shown.
		}
		finally {
			this.asked.remove(found);
		}
	}

	private static Optional<Writer> last(GenericKubernetesResource object) {
		try {
			return object.getMetadata()
				.getManagedFields()
				.stream()
				.filter((entry) -> entry.getTime() != null && entry.getSubresource() == null)
				.max(Comparator.comparing(ManagedFieldsEntry::getTime))
				.map(Writer::of);
		}
		catch (DateTimeParseException ex) {
			return Optional.empty();
		}
	}

	@PreDestroy
	void close() {
		this.thread.shutdownNow();
	}

}
