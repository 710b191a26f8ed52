package dev.sekisho.access;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import dev.sekisho.cluster.Cluster;
import dev.sekisho.cluster.ClusterException;
import dev.sekisho.cluster.ClusterMode;
import dev.sekisho.cluster.Identity;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.cluster.ResourceKind;
import dev.sekisho.cluster.WatchCache;
import dev.sekisho.cluster.WriteOptions;

/**
 * Keeps sign-ins in Secrets of the portal's namespace, so that they outlive a replica and
 * can be deleted there. A Secret's content is closed by a key that only the browser
 * holds; its label tells whose sign-ins belong together, as a hash.
 */
@Component
class SignInSecrets {

	/** The type of these Secrets, by which they are listed. */
	static final String TYPE = "sekisho.dev/session";

	/** The label with the hash of the user name. */
	static final String USER = "sekisho.dev/session-user";

	private static final String USED = "sekisho.dev/used";

	private static final String ENDS = "sekisho.dev/ends";

	private static final String CONTENT = "sign-in";

	private final JsonMapper json = JsonMapper.shared();

	private final Cluster cluster;

	private final AccessSettings settings;

	private final ResourceKind kind;

	SignInSecrets(Cluster cluster, AccessSettings settings) {
		this.cluster = cluster;
		this.settings = settings;
		this.kind = new ResourceKind("", List.of("v1"), "Secret", "secrets", true, "type=" + TYPE,
				settings.namespace());
	}

	/**
	 * Says which sign-ins are deleted, by whomever, as soon as the API server tells. A
	 * portal that works for its owner alone keeps none.
	 * @param deleted gets the name of each that is gone; must be quick
	 */
	void onDeleted(Consumer<String> deleted) {
		if (this.cluster.info().mode() == ClusterMode.KUBECONFIG) {
			return;
		}
		WatchCache<Boolean> present = this.cluster.watch(this.kind, (secret) -> true);
		present.onChange((change) -> {
			ObjectKey key = change.key();
			if (key != null && present.snapshot().find(key).isEmpty()) {
				deleted.accept(key.name());
			}
		});
	}

	void create(SignInKey key, SignIn signIn) {
		GenericKubernetesResource secret = new GenericKubernetesResource();
		secret.setApiVersion("v1");
		secret.setKind(this.kind.kind());
		secret.setMetadata(new ObjectMetaBuilder().withNamespace(this.settings.namespace())
			.withName(key.name())
			.withLabels(
					Map.of(USER, SignInKey.hash(signIn.identity().username()), "app.kubernetes.io/part-of", "sekisho"))
			.withAnnotations(Map.of(USED, signIn.begun().toString(), ENDS,
					signIn.begun().plus(this.settings.longest()).toString()))
			.build());
		secret.setAdditionalProperty("type", TYPE);
		fill(secret, key, signIn);
		this.cluster.asPortal().create(this.kind, secret, WriteOptions.STORE);
	}

	Optional<Kept> read(SignInKey key) {
		return this.cluster.asPortal().read(this.kind, at(key.name())).flatMap((secret) -> open(secret, key));
	}

	/**
	 * Notes that a sign-in is in use. What somebody else wrote meanwhile stays.
	 * @param kept the sign-in as it was read
	 * @param now the time
	 */
	void touch(Kept kept, Instant now) {
		kept.secret().getMetadata().getAnnotations().put(USED, now.toString());
		this.cluster.asPortal().replace(this.kind, kept.secret(), WriteOptions.STORE);
	}

	/**
	 * Replaces the content of a sign-in unless somebody else did so meanwhile.
	 * @param key its key
	 * @param kept the sign-in as it was read
	 * @param renewed the new content
	 */
	void replace(SignInKey key, Kept kept, SignIn renewed) {
		fill(kept.secret(), key, renewed);
		this.cluster.asPortal().replace(this.kind, kept.secret(), WriteOptions.STORE);
	}

	void delete(SignInKey key) {
		this.cluster.asPortal().read(this.kind, at(key.name())).ifPresent(this::delete);
	}

	void deleteAll(String username) {
		String user = SignInKey.hash(username);
		deleteWhere((secret) -> user.equals(labels(secret).get(USER)));
	}

	/**
	 * Deletes what nobody can use any more.
	 * @param now the time
	 */
	void sweep(Instant now) {
		deleteWhere((secret) -> !now.isBefore(time(secret, ENDS))
				|| !now.isBefore(time(secret, USED).plus(this.settings.idle())));
	}

	private void deleteWhere(Predicate<GenericKubernetesResource> which) {
		this.cluster.asPortal().list(this.kind, this.settings.namespace()).stream().filter(which).forEach(this::delete);
	}

	private void delete(GenericKubernetesResource secret) {
		try {
			this.cluster.asPortal()
				.delete(this.kind, at(secret.getMetadata().getName()), secret.getMetadata().getUid(), null,
						WriteOptions.STORE);
		}
		catch (ClusterException ex) {
			if (ex.reason() != ClusterException.Reason.NOT_FOUND) {
				throw ex;
			}
		}
	}

	private void fill(GenericKubernetesResource secret, SignInKey key, SignIn signIn) {
		byte[] content = this.json.writeValueAsBytes(Content.of(signIn));
		String closed = Base64.getEncoder().encodeToString(key.seal().close(content, key.name()));
		secret.setAdditionalProperty("data", Map.of(CONTENT, closed));
	}

	private Optional<Kept> open(GenericKubernetesResource secret, SignInKey key) {
		String closed = secret.get("data", CONTENT);
		if (!TYPE.equals(secret.get("type")) || closed == null) {
			return Optional.empty();
		}
		try {
			return key.seal()
				.open(Base64.getDecoder().decode(closed), key.name())
				.map((content) -> this.json.readValue(content, Content.class).signIn())
				.map((signIn) -> new Kept(signIn, time(secret, USED), secret));
		}
		catch (IllegalArgumentException | JacksonException ex) {
			return Optional.empty();
		}
	}

	private ObjectKey at(String name) {
		return new ObjectKey(this.settings.namespace(), name);
	}

	private static Map<String, String> labels(GenericKubernetesResource secret) {
		Map<String, String> labels = secret.getMetadata().getLabels();
		return (labels != null) ? labels : Map.of();
	}

	// What says no time that can be read is long over.
	private static Instant time(GenericKubernetesResource secret, String annotation) {
		Map<String, String> annotations = secret.getMetadata().getAnnotations();
		try {
			return Instant.parse((annotations != null) ? annotations.getOrDefault(annotation, "") : "");
		}
		catch (DateTimeException ex) {
			return Instant.EPOCH;
		}
	}

	/**
	 * A sign-in as it was read.
	 *
	 * @param signIn the sign-in
	 * @param used when it was last noted as in use
	 * @param secret the Secret
	 */
	record Kept(SignIn signIn, Instant used, GenericKubernetesResource secret) {

		@Override
		public String toString() {
			return this.signIn.toString();
		}

	}

	private record Content(String username, String uid, TreeSet<String> groups, String token, @Nullable String renewal,
			Instant begun) {

		static Content of(SignIn signIn) {
			Identity identity = signIn.identity();
			return new Content(identity.username(), identity.uid(), new TreeSet<>(identity.groups()), signIn.token(),
					signIn.renewal(), signIn.begun());
		}

		SignIn signIn() {
			return new SignIn(new Identity(this.username, this.uid, this.groups), this.token, this.renewal, this.begun);
		}

		@Override
		public String toString() {
			return "Content[" + this.username + "]";
		}

	}

}
