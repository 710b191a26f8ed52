package dev.sekisho.cluster;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * The portal reaches the cluster it is told, with the credentials of the moment.
 */
class AttachmentTests {

	@TempDir
	private Path folder;

	private SandboxCluster sandbox;

	@BeforeEach
	void start() {
		this.sandbox = SandboxCluster.start(this.folder);
	}

	@AfterEach
	void stop() {
		this.sandbox.close();
	}

	@Test
	void aKubeconfigIsUsedInTheContextThatIsNamed() {
		KubeconfigAttachment carol = KubeconfigAttachment.of("carol", this.sandbox.sandbox().kubeconfig());
		assertThat(whoIs(carol)).isEqualTo("carol");
		assertThat(TestConnections.properties(ClusterMode.KUBECONFIG, false).info().name()).isEqualTo("test");
	}

	@Test
	void aKubeconfigWithoutANamedContextIsNotUsed() {
		Path file = this.sandbox.sandbox().kubeconfig();
		assertThatThrownBy(() -> KubeconfigAttachment.of(null, file))
			.hasMessageContaining("sekisho.cluster.context doesn't say which context")
			.satisfies(AttachmentTests::namesTheContexts);
		assertThatThrownBy(() -> KubeconfigAttachment.of("production", file))
			.hasMessageContaining("no context \"production\"")
			.satisfies(AttachmentTests::namesTheContexts);
		assertThatThrownBy(() -> KubeconfigAttachment.of("alice", this.folder.resolve("none")))
			.hasMessageContaining("there is no kubeconfig");
	}

	@Test
	void aCredentialPluginIsAskedAgainWhenItsTokenIsNoLongerTaken() throws IOException {
		Path token = Files.writeString(this.folder.resolve("token"), "expired");
		KubeconfigAttachment plugin = KubeconfigAttachment.of("plugin", kubeconfigWithPlugin(token));
		try (ConnectedCluster cluster = new ConnectedCluster(plugin, TestConnections.properties())) {
			Files.writeString(token, "sandbox-carol");
			assertThat(cluster.asPortal().whoAmI().username()).isEqualTo("carol");
		}
	}

	@Test
	void aCredentialPluginThatGivesNothingIsAProblemOfTheStart() throws IOException {
		KubeconfigAttachment plugin = KubeconfigAttachment.of("plugin",
				kubeconfigWithPlugin(this.folder.resolve("token")));
		Files.delete(this.folder.resolve("plugin"));
		assertThatThrownBy(plugin::read).isInstanceOf(NotAttached.class)
			.hasMessageContaining("The context \"plugin\"")
			.hasMessageContaining("neither a token nor a client certificate");
	}

	@Test
	void tokenAndTrustOfAPodAreReadAgain() throws IOException {
		URI url = this.sandbox.sandbox().url();
		Files.writeString(this.folder.resolve("token"), "sandbox-carol\n");
		Files.writeString(this.folder.resolve("ca.crt"), this.sandbox.sandbox().certificate());
		InClusterAttachment pod = new InClusterAttachment(url.getHost(), String.valueOf(url.getPort()), this.folder,
				Duration.ofMillis(100));
		try (SandboxCluster other = SandboxCluster.start(this.folder.resolve("other"));
				ConnectedCluster cluster = new ConnectedCluster(pod, TestConnections.properties())) {
			assertThat(cluster.asPortal().whoAmI().username()).isEqualTo("carol");
			Files.writeString(this.folder.resolve("token"), "sandbox-dan\n");
			await().until(() -> cluster.asPortal().whoAmI().username().equals("dan"));
			Files.writeString(this.folder.resolve("ca.crt"), other.sandbox().certificate());
			await().untilAsserted(() -> assertThatThrownBy(() -> cluster.asPortal().whoAmI())
				.as("the API server has another certificate")
				.isInstanceOf(ClusterException.class));
			Files.writeString(this.folder.resolve("ca.crt"), this.sandbox.sandbox().certificate());
			await().ignoreExceptions().until(() -> cluster.asPortal().whoAmI().username().equals("dan"));
		}
	}

	@Test
	void whatCannotBeReadAgainIsUsedAsItWas() throws IOException {
		URI url = this.sandbox.sandbox().url();
		Files.writeString(this.folder.resolve("token"), "sandbox-carol");
		Files.writeString(this.folder.resolve("ca.crt"), this.sandbox.sandbox().certificate());
		InClusterAttachment pod = new InClusterAttachment(url.getHost(), String.valueOf(url.getPort()), this.folder,
				Duration.ZERO);
		try (ConnectedCluster cluster = new ConnectedCluster(pod, TestConnections.properties())) {
			Files.delete(this.folder.resolve("token"));
			assertThat(cluster.asPortal().whoAmI().username()).isEqualTo("carol");
		}
	}

	@Test
	void aPodsAttachmentNeedsAPod() {
		assertThatThrownBy(() -> InClusterAttachment.ofThisPod(this.folder)).hasMessageContaining("isn't a pod");
	}

	private static void namesTheContexts(Throwable failure) {
		assertThat(new NotAttachedAnalyzer().analyze(failure)).isNotNull()
			.extracting(FailureAnalysis::getAction)
			.isEqualTo("Set sekisho.cluster.context. There are: admin, alice, bob, carol, dan");
	}

	private static String whoIs(Attachment attachment) {
		try (ConnectedCluster cluster = new ConnectedCluster(attachment, TestConnections.properties())) {
			return cluster.asPortal().whoAmI().username();
		}
	}

	private Path kubeconfigWithPlugin(Path token) throws IOException {
		Path plugin = Files.writeString(this.folder.resolve("plugin"),
				"""
						#!/bin/sh
						printf '{"kind": "ExecCredential", "apiVersion": "client.authentication.k8s.io/v1", "status": {"token": "%%s"}}' \
						"$(cat %s)"
						"""
					.formatted(token));
		Files.setPosixFilePermissions(plugin, PosixFilePermissions.fromString("rwx------"));
		List<String> lines = Files.readAllLines(this.sandbox.sandbox().kubeconfig());
		String cluster = String.join("\n", lines)
			.replaceAll("(?s).*certificate-authority-data: \"?([A-Za-z0-9+/=]+)\"?.*", "$1");
		return Files.writeString(this.folder.resolve("with-plugin"), """
				apiVersion: v1
				kind: Config
				clusters:
				- {name: sandbox, cluster: {server: "%s", certificate-authority-data: "%s"}}
				contexts:
				- {name: plugin, context: {cluster: sandbox, user: plugin}}
				users:
				- name: plugin
				  user:
				    exec: {apiVersion: client.authentication.k8s.io/v1, command: "%s", interactiveMode: Never}
				""".formatted(this.sandbox.sandbox().url(), cluster, plugin));
	}

}
