package dev.sekisho.apply;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.sekisho.change.ChangeStatus;
import dev.sekisho.change.Json;
import dev.sekisho.change.Phase;
import dev.sekisho.change.RouteChange;
import dev.sekisho.cluster.Cluster;
import dev.sekisho.cluster.ClusterException;
import dev.sekisho.cluster.ResourceKind;
import dev.sekisho.cluster.WriteOptions;

/**
 * Says on a change, as Kubernetes Events, what became of it. An Event that can't be
 * written is no reason to fail.
 */
@Component
class Announcements {

	private static final Logger logger = LoggerFactory.getLogger(Announcements.class);

	private final Cluster cluster;

	Announcements(Cluster cluster) {
		this.cluster = cluster;
	}

	void phase(RouteChange change, ChangeStatus status) {
		logger.info("Change {} is {}", change.key(), status.phase().text());
		try {
			this.cluster.asPortal().create(ResourceKind.EVENT, Json.object(event(change, status)), WriteOptions.STORE);
		}
		catch (ClusterException ex) {
			logger.debug("The Event on change {} was not written", change.key(), ex);
		}
	}

	private static Map<String, Object> event(RouteChange change, ChangeStatus status) {
		boolean bad = status.phase() == Phase.FAILED || status.phase() == Phase.STALE;
		String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
		Map<String, Object> event = new LinkedHashMap<>();
		event.put("apiVersion", "v1");
		event.put("kind", "Event");
		event.put("metadata", Map.of("namespace", change.key().namespace(), "name",
				change.uid() + "." + status.phase().text().toLowerCase(Locale.ROOT)));
		event.put("involvedObject",
				Map.of("apiVersion", "sekisho.dev/v1alpha1", "kind", ResourceKind.ROUTE_CHANGE.kind(), "namespace",
						change.key().namespace(), "name", change.key().name(), "uid", change.uid()));
		event.put("type", bad ? "Warning" : "Normal");
		event.put("reason", status.phase().text());
		event.put("message", "The change of VirtualService " + change.virtualService().name() + " is "
				+ status.phase().text() + ".");
		event.put("source", Map.of("component", "sekisho"));
		event.put("firstTimestamp", now);
		event.put("lastTimestamp", now);
		event.put("count", 1);
		return event;
	}

}
