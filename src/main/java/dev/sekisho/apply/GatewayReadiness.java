package dev.sekisho.apply;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import dev.sekisho.change.Json;
import dev.sekisho.cluster.Cluster;
import dev.sekisho.cluster.ClusterException;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.cluster.ResourceKind;
import dev.sekisho.route.ClaimOverlaps;
import dev.sekisho.route.GatewayState;
import dev.sekisho.route.GatewayStates;
import dev.sekisho.route.RouteTables;
import dev.sekisho.route.SharedGateway;

/**
 * Says on each SharedGateway, as a condition, whether it can be used and whether its
 * claims are distinct: for kubectl. Every replica writes, and only what differs.
 */
@Component
class GatewayReadiness implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(GatewayReadiness.class);

	private final Cluster cluster;

	private final GatewayStates states;

	private final RouteTables tables;

	private final ClaimOverlaps claimOverlaps;

	private final Duration resync;

	private final WorkQueue<String> queue;

	private volatile boolean running;

	GatewayReadiness(Cluster cluster, GatewayStates states, RouteTables tables, ClaimOverlaps claimOverlaps,
			ApplyProperties properties) {
		this.cluster = cluster;
		this.states = states;
		this.tables = tables;
		this.claimOverlaps = claimOverlaps;
		this.resync = properties.resync();
		this.queue = new WorkQueue<>(1, "gateway-readiness", (name) -> look());
		tables.onChange((name) -> offer(Duration.ofMillis(500)));
	}

	private void offer(Duration delay) {
		if (this.running) {
			this.queue.offer("", delay);
		}
	}

	private void look() {
		if (this.tables.freshness().live()) {
			this.states.all().forEach(this::write);
		}
		offer(this.resync);
	}

	private void write(GatewayState state) {
		if (state.condition() == GatewayState.Condition.STARTING
				|| (state.gateway() != null && state.gateway().derived())) {
			return;
		}
		try {
			Optional<GenericKubernetesResource> object = this.cluster.asPortal()
				.read(ResourceKind.SHARED_GATEWAY, ObjectKey.of(state.name()));
			object.ifPresent((stored) -> write(stored, state));
		}
		catch (ClusterException ex) {
			logger.debug("The status of SharedGateway {} was not written", state.name(), ex);
		}
	}

	private void write(GenericKubernetesResource object, GatewayState state) {
		SharedGateway gateway = state.gateway();
		List<GatewayCondition> said = List.of(GatewayCondition.ready(state),
				GatewayCondition.distinct((gateway != null) ? this.claimOverlaps.of(gateway) : List.of()));
		GatewayStatus status = GatewayStatus.of(object);
		if (status.differs(said)) {
			Map<String, Object> tree = Json.tree(object);
			tree.put("status", status.with(said, Instant.now()));
			this.cluster.asPortal().replaceStatus(ResourceKind.SHARED_GATEWAY, Json.object(tree));
		}
	}

	@Override
	public void start() {
		this.running = this.cluster.info().writable();
		offer(Duration.ofSeconds(1));
	}

	@Override
	public void stop() {
		this.running = false;
		this.queue.stop(Duration.ofSeconds(5));
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
