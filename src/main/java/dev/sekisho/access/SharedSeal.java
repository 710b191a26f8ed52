package dev.sekisho.access;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.sekisho.cluster.Cluster;
import dev.sekisho.cluster.ClusterException;
import dev.sekisho.cluster.ClusterException.Reason;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.cluster.ResourceKind;
import dev.sekisho.cluster.WriteOptions;

/**
 * The seal that all replicas share, for what a browser carries from one of them to
 * another. Its key is a Secret that the first replica to need it makes.
 */
@Component
public class SharedSeal {

	private static final Logger logger = LoggerFactory.getLogger(SharedSeal.class);

	private static final ResourceKind KIND = new ResourceKind("", List.of("v1"), "Secret", "secrets", true);

	private static final String NAME = "sekisho-sign-in-key";

	private static final String KEY = "key";

	private static final Set<Reason> NOT_HERE = Set.of(Reason.READ_ONLY, Reason.FORBIDDEN, Reason.NOT_FOUND);

	private final Cluster cluster;

	private final ObjectKey at;

	private volatile @Nullable Seal known;

	SharedSeal(Cluster cluster, AccessSettings settings) {
		this.cluster = cluster;
		this.at = new ObjectKey(settings.namespace(), NAME);
	}

	/**
	 * The seal.
	 * @return the seal
	 * @throws ClusterException if the cluster can't be reached and hasn't been before
	 */
	public Seal get() {
		Seal seal = this.known;
		if (seal == null) {
			seal = new Seal(key());
			this.known = seal;
		}
		return seal;
	}

	private byte[] key() {
		try {
			return read().orElseGet(this::make);
		}
		catch (ClusterException ex) {
			if (!NOT_HERE.contains(ex.reason())) {
				throw ex;
			}
			logger.warn("A sign-in can be finished only by the replica that began it: {}", ex.getMessage());
			return Seal.random(Seal.KEY_BYTES);
		}
	}

	private Optional<byte[]> read() {
		return this.cluster.asPortal()
			.read(KIND, this.at)
			.map((secret) -> Base64.getDecoder().decode(secret.<String>get("data", KEY)));
	}

	private byte[] make() {
		byte[] key = Seal.random(Seal.KEY_BYTES);
		GenericKubernetesResource secret = new GenericKubernetesResource();
		secret.setApiVersion("v1");
		secret.setKind(KIND.kind());
		secret.setMetadata(new ObjectMetaBuilder().withNamespace(this.at.namespace()).withName(this.at.name()).build());
		secret.setAdditionalProperty("type", "sekisho.dev/key");
		secret.setAdditionalProperty("data", Map.of(KEY, Base64.getEncoder().encodeToString(key)));
		try {
			this.cluster.asPortal().create(KIND, secret, WriteOptions.STORE);
			return key;
		}
		catch (ClusterException ex) {
			if (ex.reason() == Reason.ALREADY_EXISTS) {
				return read().orElseThrow(() -> ex);
			}
			throw ex;
		}
	}

}
