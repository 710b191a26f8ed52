package dev.sekisho.cluster;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Connections with the settings of tests.
 */
final class TestConnections {

	private TestConnections() {
	}

	static ConnectedCluster open(Attachment attachment, ClusterProperties properties) {
		ConnectedCluster cluster = new ConnectedCluster(attachment, properties);
		cluster.start();
		return cluster;
	}

	static ClusterProperties properties() {
		return properties(ClusterMode.SANDBOX, true, Duration.ofSeconds(3));
	}

	static ClusterProperties properties(ClusterMode mode, boolean writable, Duration silence) {
		return new ClusterProperties(mode, "test", null, Path.of("none"), writable, null, Duration.ofSeconds(2),
				Duration.ofSeconds(10), 3, silence, Duration.ofSeconds(1));
	}

}
