package dev.sekisho.cluster;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.springframework.context.SmartLifecycle;

/**
 * The cluster at the other end of a connection. Watches begin when the application
 * starts, before anything that is started with it, and are the last to end.
 */
final class ConnectedCluster implements Cluster, SmartLifecycle, AutoCloseable {

	private static final int FIRST = Integer.MIN_VALUE + 1000;

	private final ClusterInfo info;

	private final Connections connections;

	private final Wire wire;

	private final ApiAccess portal;

	private final Map<ResourceKind, KindWatch> watches = new ConcurrentHashMap<>();

	private volatile boolean running;

	ConnectedCluster(Attachment attachment, ClusterProperties properties) {
		this.info = properties.info();
		this.connections = new Connections(attachment, properties.connectTimeout());
		this.wire = Wire.of(this.connections, properties);
		this.portal = access(new Credential.Portal());
	}

	@Override
	public ClusterInfo info() {
		return this.info;
	}

	@Override
	public ApiAccess as(Credential credential) {
		return (credential instanceof Credential.Portal) ? this.portal : access(credential);
	}

	Wire wire() {
		return this.wire;
	}

	private ApiAccess access(Credential credential) {
		return new ConnectedAccess(this.wire, credential, this.info.writable());
	}

	@Override
	public Optional<Identity> reviewToken(String token) {
		return new AccessReviews(this.wire.transport(), new Credential.Portal()).reviewToken(token);
	}

	@Override
	public Optional<Identity> reviewToken(String token, String audience) {
		return new AccessReviews(this.wire.transport(), new Credential.Portal()).reviewToken(token, audience);
	}

	@Override
	public <T> WatchCache<T> watch(ResourceKind kind, Function<GenericKubernetesResource, T> projection) {
		Projected<T> projected = new Projected<>(kind, projection);
		KindWatch watch = this.watches.computeIfAbsent(kind, (each) -> new KindWatch(each, this.wire));
		watch.add(projected);
		if (this.running) {
			watch.start();
		}
		return projected;
	}

	@Override
	public void start() {
		this.running = true;
		this.watches.values().forEach(KindWatch::start);
	}

	@Override
	public void stop() {
		this.running = false;
		this.watches.values().forEach(KindWatch::stop);
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return FIRST;
	}

	@Override
	public void close() {
		stop();
		this.connections.close();
	}

}
