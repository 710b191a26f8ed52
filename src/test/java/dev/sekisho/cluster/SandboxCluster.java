package dev.sekisho.cluster;

import java.nio.file.Path;

import dev.sekisho.sandbox.Sandbox;
import dev.sekisho.sandbox.SandboxSettings;

/**
 * A sandbox of its own and the portal's connection to it, for tests.
 */
public final class SandboxCluster implements StoryCluster {

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

	@Override
	public Cluster cluster() {
		return this.cluster;
	}

	@Override
	public Cluster connect() {
		return TestConnections.open(new EndpointAttachment(endpoint()), TestConnections.properties());
	}

	@Override
	public String token(String name) {
		return "admin".equals(name) ? this.sandbox.adminToken() : "sandbox-" + name;
	}

	/**
	 * The sandbox.
	 * @return the sandbox
	 */
	public Sandbox sandbox() {
		return this.sandbox;
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
