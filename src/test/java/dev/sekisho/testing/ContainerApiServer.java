package dev.sekisho.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.k3s.K3sContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * K3s in a container, with the users that {@code ../shared/kube} has.
 */
final class ContainerApiServer {

	private static final DockerImageName IMAGE = DockerImageName.parse("rancher/k3s:v1.34.2-k3s1");

	private static final Path DEFINITIONS = Path.of("src", "main", "resources", "dev", "sekisho", "sandbox", "seed",
			"definitions.yaml");

	private static final String TOKENS = "/etc/sekisho/tokens.csv";

	private static final List<User> USERS = List.of(new User("admin", "system:masters"),
			new User("alice", "team-orders"), new User("bob", "team-payments"), new User("sre-carol", "sre"),
			new User("sre-dan", "sre"));

	private ContainerApiServer() {
	}

	static Path start(Path folder) {
		StringBuilder tokens = new StringBuilder();
		StringBuilder contexts = new StringBuilder();
		StringBuilder users = new StringBuilder();
		for (User user : USERS) {
			String token = UUID.randomUUID().toString();
			tokens.append("%s,%s,uid-of-%2$s,\"%s\"\n".formatted(token, user.name(), user.group()));
			contexts.append("- {name: %1$s, context: {cluster: test, user: %1$s}}\n".formatted(user.name()));
			users.append("- {name: %s, user: {token: \"%s\"}}\n".formatted(user.name(), token));
		}
		K3sContainer container = run(tokens.toString());
		Config config = Config.fromKubeconfig(container.getKubeConfigYaml());
		Path file = write(folder, """
				apiVersion: v1
				kind: Config
				clusters:
				- {name: test, cluster: {server: "%s", certificate-authority-data: "%s"}}
				contexts:
				%susers:
				%s""".formatted(config.getMasterUrl(), config.getCaCertData(), contexts, users));
		define(config);
		return file;
	}

	// Stopped by Testcontainers when this process ends.
	private static K3sContainer run(String tokens) {
		@SuppressWarnings("resource")
		K3sContainer container = new K3sContainer(IMAGE).withCopyToContainer(Transferable.of(tokens), TOKENS);
		container.setCommand("server", "--disable=traefik", "--tls-san=" + container.getHost(),
				"--kube-apiserver-arg=token-auth-file=" + TOKENS);
		container.start();
		return container;
	}

	private static void define(Config config) {
		try (KubernetesClient client = new KubernetesClientBuilder().withConfig(config).build()) {
			RenderedChart.parse(Files.readString(DEFINITIONS))
				.forEach((definition) -> client.resource(definition).forceConflicts().serverSideApply());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Path write(Path folder, String content) {
		try {
			Files.createDirectories(folder);
			return Files.writeString(folder.resolve("kubeconfig"), content);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Somebody the API server knows.
	 *
	 * @param name the user name
	 * @param group the group
	 */
	private record User(String name, String group) {

	}

}
