package dev.sekisho.cluster;

import java.nio.file.Path;
import java.time.Duration;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import org.jspecify.annotations.Nullable;

import dev.sekisho.testing.FaultyNetwork;

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
		return properties(ClusterMode.SANDBOX, true);
	}

	static ClusterProperties properties(ClusterMode mode, boolean writable) {
		return new ClusterProperties(mode, "test", null, Path.of("none"), writable, null, Duration.ofSeconds(2),
				Duration.ofSeconds(3), 3, Duration.ofSeconds(4), Duration.ofSeconds(1));
	}

	/**
	 * Leads an attachment through a network.
	 * @param attachment the attachment
	 * @param network the network
	 * @return the attachment
	 */
	static Attachment through(Attachment attachment, FaultyNetwork network) {
		return new Attachment() {
			@Override
			public Access read() {
				Access access = attachment.read();
				return new Access(new ConfigBuilder(access.config()).withHttpsProxy(network.url()).build(),
						access.token());
			}

			@Override
			public @Nullable Duration rereadAfter() {
				return attachment.rereadAfter();
			}
		};
	}

	/**
	 * An attachment that always is the same.
	 * @param config address and trust
	 * @return the attachment, without a token
	 */
	static Attachment fixed(Config config) {
		return new Attachment() {
			@Override
			public Access read() {
				return new Access(config, null);
			}

			@Override
			public @Nullable Duration rereadAfter() {
				return null;
			}
		};
	}

	/**
	 * An attachment by which the portal is somebody else.
	 * @param attachment the attachment
	 * @param token the other's token
	 * @return the attachment
	 */
	static Attachment withToken(Attachment attachment, String token) {
		return new Attachment() {
			@Override
			public Access read() {
				return new Access(attachment.read().config(), token);
			}

			@Override
			public @Nullable Duration rereadAfter() {
				return null;
			}
		};
	}

}
