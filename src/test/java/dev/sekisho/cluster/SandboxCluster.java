package dev.sekisho.cluster;

import java.nio.file.Path;

import dev.sekisho.sandbox.Sandbox;
import dev.sekisho.sandbox.SandboxSettings;

/**
 * A sandbox of its own and the portal's connection to it, for tests.
 */
public final class SandboxCluster implements AutoCloseable {

	private final Sandbox sandbox;

	private final ConnectedCluster cluster;

	private SandboxCluster(Path folder) {
		this.sandbox = Sandbox.start(new SandboxSettings(0, folder.resolve("kubeconfig")));
		this.cluster = TestConnections.open(new EndpointAttachment(endpoint()), TestConnections.properties());
	}

	/**
	 * Starts a sandbox and follows it.
	 * @param folder where its kubeconfig goes
	 * @return the cluster
	 */
	public static SandboxCluster start(Path folder) {
		return new SandboxCluster(folder);
	}

	/**
	 * The connection to it.
	 * @return the cluster
	 */
	public Cluster cluster() {
		return this.cluster;
	}

	/**
	 * Opens a connection of its own, as another replica of the portal has one. Whoever
	 * opens it closes it.
	 * @return the cluster, which can be closed
	 */
	public Cluster connect() {
		return TestConnections.open(new EndpointAttachment(endpoint()), TestConnections.properties());
	}

	/**
	 * The sandbox.
	 * @return the sandbox
	 */
	public Sandbox sandbox() {
		return this.sandbox;
	}

	/**
	 * Calls as one of the sandbox's people.
	 * @param name the name, such as {@code alice}, or {@code admin}
	 * @return the access
	 */
	public ApiAccess as(String name) {
		String token = "admin".equals(name) ? this.sandbox.adminToken() : "sandbox-" + name;
		return this.cluster.as(new Credential.Token(token));
	}

	ConnectedCluster connection() {
		return this.cluster;
	}

	ClusterEndpoint endpoint() {
		return new ClusterEndpoint(this.sandbox.url(), this.sandbox.certificate(), this.sandbox.portalToken());
	}

	@Override
	public void close() {
		this.cluster.close();
		this.sandbox.stop();
	}

}
