package dev.sekisho.cluster;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Attaches the portal to an API server that was started for it.
 *
 * @param endpoint the API server
 */
record EndpointAttachment(ClusterEndpoint endpoint) implements Attachment {

	@Override
	public Access read() {
		byte[] certificate = this.endpoint.certificate().getBytes(StandardCharsets.US_ASCII);
		Config config = new ConfigBuilder(Config.empty()).withMasterUrl(this.endpoint.url().toString())
			.withCaCertData(Base64.getEncoder().encodeToString(certificate))
			.build();
		return new Access(config, this.endpoint.token());
	}

	@Override
	public @Nullable Duration rereadAfter() {
		return null;
	}

}
