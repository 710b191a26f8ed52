package dev.sekisho.apply;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.sekisho.chain.Drift;
import dev.sekisho.chain.DriftSource;
import dev.sekisho.cluster.ObjectKey;

/**
 * The drift that the reconciler saw last. Every replica reconciles, so each knows by
 * itself.
 */
@Component
class Drifts implements DriftSource {

	private final Map<ObjectKey, Drift> drifts = new ConcurrentHashMap<>();

	void seen(ObjectKey virtualService, @Nullable Drift drift) {
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

}
