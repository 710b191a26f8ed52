package dev.sekisho.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;

/**
 * Attaches the portal to the cluster it runs in, by its service account. The kubelet
 * replaces token and certificates from time to time, so they are read again and again.
 *
 * @param host the API server's host
 * @param port its port
 * @param folder where the kubelet puts the service account's files
 * @param rereadAfter how long what was read may be used
 */
record InClusterAttachment(String host, String port, Path folder, Duration rereadAfter) implements Attachment {

	static InClusterAttachment ofThisPod(Path folder) {
		String host = System.getenv("KUBERNETES_SERVICE_HOST");
		String port = System.getenv("KUBERNETES_SERVICE_PORT");
		if (host == null || port == null) {
			throw new NotAttached(
					"sekisho.cluster.mode is in-cluster, but this isn't a pod: "
							+ "KUBERNETES_SERVICE_HOST and KUBERNETES_SERVICE_PORT aren't set",
					"Install the portal by its chart, or use the mode sandbox or kubeconfig.", null);
		}
		return new InClusterAttachment(host, port, folder, Duration.ofSeconds(10));
	}

	@Override
	public Access read() {
		try {
			String address = this.host.contains(":") ? "[" + this.host + "]" : this.host;
			byte[] trusted = Files.readAllBytes(this.folder.resolve("ca.crt"));
			Config config = new ConfigBuilder(Config.empty()).withMasterUrl("https://" + address + ":" + this.port)
				.withCaCertData(Base64.getEncoder().encodeToString(trusted))
				.build();
			return new Access(config, Files.readString(this.folder.resolve("token")).strip());
		}
		catch (IOException ex) {
			throw new NotAttached(
					"The service account's files in " + this.folder + " can't be read: " + ex.getMessage(),
					"Let the pod mount its service account's token (automountServiceAccountToken).", ex);
		}
	}

}
