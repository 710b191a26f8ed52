package dev.sekisho.apply;

import java.util.Optional;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;

import dev.sekisho.change.ChangeStatus.Applied;
import dev.sekisho.change.RouteChange;
import dev.sekisho.cluster.Cluster;
import dev.sekisho.route.LiveTable;
import dev.sekisho.routing.GatewayPods;

/**
 * A fault put into the portal, which the simulation has to find.
 */
enum Mutation {

	/** The portal as it is. */
	NONE,
	/** Applies without waiting for the lease. */
	NO_LEASE,
	/** Judges without waiting until the cache has seen the last write. */
	NO_CATCHING_UP,
	/** Writes without resourceVersion. */
	NO_RESOURCE_VERSION,
	/** Doesn't look for its own write after a crash. */
	FORGETS_OWN_WRITE,
	/** Writes under a lease however long ago it was taken. */
	NO_AGE_CHECK,
	/** Takes a lease for as old as the answer that says it has it. */
	AGED_FROM_ANSWER,
	/** Lets go of the lease while a write may still be on its way. */
	LETS_GO_TOO_EARLY;

	WorkloadLease lease(Cluster cluster, Timepiece time) {
		return switch (this) {
			case NO_LEASE -> new WorkloadLease(cluster, SimulatedReplica.PROPERTIES, time) {
				@Override
				Optional<HeldLease> take(GatewayPods pods) {
					return super.take(pods)
						.or(() -> Optional.of(new HeldLease(new GenericKubernetesResource(), UNKNOWN, time.nanos())));
				}

				@Override
				boolean covers(HeldLease held) {
					return true;
				}

				@Override
				void release(HeldLease held, String written) {
					if (held.object().getMetadata() != null) {
						super.release(held, written);
					}
				}

				@Override
				void abandon(HeldLease held) {
					release(held, UNKNOWN);
				}
			};
			case NO_AGE_CHECK -> new WorkloadLease(cluster, SimulatedReplica.PROPERTIES, time) {
				@Override
				boolean young(HeldLease held) {
					return true;
				}
			};
			case AGED_FROM_ANSWER -> new WorkloadLease(cluster, SimulatedReplica.PROPERTIES, time) {
				@Override
				Optional<HeldLease> take(GatewayPods pods) {
					return super.take(pods)
						.map((held) -> new HeldLease(held.object(), held.lastWritten(), time.nanos()));
				}
			};
			case LETS_GO_TOO_EARLY -> new WorkloadLease(cluster, SimulatedReplica.PROPERTIES, time) {
				@Override
				void abandon(HeldLease held) {
					release(held, UNKNOWN);
				}
			};
			default -> new WorkloadLease(cluster, SimulatedReplica.PROPERTIES, time);
		};
	}

	CaughtUp caughtUp(Cluster cluster) {
		return (this != NO_CATCHING_UP) ? new CaughtUp(cluster) : new CaughtUp(cluster) {
			@Override
			boolean isSo(LiveTable table, String lastWritten) {
				return true;
			}
		};
	}

	VirtualServiceWriter writer(Cluster cluster, Timepiece time) {
		return (this != FORGETS_OWN_WRITE) ? new VirtualServiceWriter(cluster, time)
				: new VirtualServiceWriter(cluster, time) {
					@Override
					@Nullable Applied written(RouteChange change, @Nullable GenericKubernetesResource proposed,
							Optional<GenericKubernetesResource> live) {
						return null;
					}
				};
	}

}
