package dev.sekisho.apply;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.sekisho.chain.Drift;
import dev.sekisho.chain.DriftSource;
import dev.sekisho.chain.LastChange;
import dev.sekisho.cluster.ObjectKey;

/**
 * The changes and the drift that the reconciler saw last. Every replica reconciles, so
 * each knows by itself.
 */
@Component
class Drifts implements DriftSource {

	private final Map<ObjectKey, Drift> drifts = new ConcurrentHashMap<>();

	private final Map<ObjectKey, LastChange> applied = new ConcurrentHashMap<>();

	void seen(ObjectKey virtualService, @Nullable Drift drift, LastChange change) {
		this.applied.put(virtualService, change);
		if (drift != null) {
			this.drifts.put(virtualService, drift);
		}
		else {
			this.drifts.remove(virtualService);
		}
	}

	@Override
	public Optional<Drift> drift(ObjectKey virtualService) {
		return Optional.ofNullable(this.drifts.get(virtualService));
	}

	@Override
	public Optional<ObjectKey> driftedFrom(ObjectKey virtualService) {
		return Optional.ofNullable(this.applied.get(virtualService))
			.filter((change) -> this.drifts.containsKey(virtualService))
			.map(LastChange::change);
	}

	@Override
	public Optional<LastChange> lastChange(ObjectKey virtualService) {
		return Optional.ofNullable(this.applied.get(virtualService))
			.filter((change) -> !this.drifts.containsKey(virtualService));
	}

}
