package dev.sekisho.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import org.junit.jupiter.api.Assumptions;
import org.testcontainers.DockerClientFactory;

/**
 * Finds or starts a real API server: the one of {@code -Dsekisho.test.kubeconfig}, else
 * that of {@code ../shared/kube} if it is built, else K3s where there is Docker. Where
 * there is none of them, tests are skipped and say so.
 */
public final class RealApiServer {

	private static final Path SCRIPTS = Path.of("..", "shared", "kube");

	private static final String NONE = "no real API server: give -Dsekisho.test.kubeconfig=FILE with the contexts "
			+ "admin, alice, bob, sre-carol and sre-dan, or run ../shared/kube/build, or start Docker";

	private static final String SPARABLE = "sekisho-tests-may-empty-this-cluster";

	private RealApiServer() {
	}

	/**
	 * Starts an API server with Istio's and the load balancer controller's custom
	 * resources, and stops it when this process ends.
	 * @param folder where its files go
	 * @return its kubeconfig, with a context for each user
	 */
	public static Path start(Path folder) {
		return start(folder, List.of());
	}

	/**
	 * Starts an API server with flags of its own; skips the test where that can't be.
	 * @param folder where its files go
	 * @param flags further flags of kube-apiserver
	 * @return its kubeconfig, with a context for each user
	 */
	public static Path start(Path folder, List<String> flags) {
		if (!flags.isEmpty()) {
			Assumptions.assumeTrue(built(), "kube-apiserver isn't built, so it can't be started with flags");
			return startProgram(folder, flags);
		}
		String given = System.getProperty("sekisho.test.kubeconfig", "");
		if (!given.isBlank()) {
			return sparable(Path.of(given));
		}
		if (built()) {
			return startProgram(folder, flags);
		}
		Assumptions.assumeTrue(DockerClientFactory.instance().isDockerAvailable(), NONE);
		return ContainerApiServer.start(folder);
	}

	// Tests delete every VirtualService there is.
	private static Path sparable(Path kubeconfig) {
		try (KubernetesClient client = new KubernetesClientBuilder()
			.withConfig(Config.fromKubeconfig("admin", kubeconfig.toFile()))
			.build()) {
			if (client.namespaces().withName(SPARABLE).get() == null) {
				throw new IllegalStateException("Tests empty the cluster they run on. Create the namespace " + SPARABLE
						+ " in the one of " + kubeconfig + " to say that it may be emptied");
			}
		}
		return kubeconfig;
	}

	private static boolean built() {
		if (!Files.isExecutable(SCRIPTS.resolve("up"))) {
			return false;
		}
		String assets = run("build", "--where").strip();
		return Files.isExecutable(Path.of(assets, "kube-apiserver"));
	}

	private static Path startProgram(Path folder, List<String> flags) {
		run("down", folder.toString());
		List<String> arguments = new ArrayList<>(List.of("--crds", folder.toString()));
		if (!flags.isEmpty()) {
			arguments.add("--");
			arguments.addAll(flags);
		}
		String output = run("up", arguments.toArray(String[]::new));
		Path kubeconfig = folder.resolve("kubeconfig");
		if (!Files.exists(kubeconfig)) {
			throw new IllegalStateException(output);
		}
		Runtime.getRuntime().addShutdownHook(new Thread(() -> run("down", folder.toString())));
		return kubeconfig;
	}

	private static String run(String script, String... arguments) {
		List<String> command = new ArrayList<>();
		command.add(SCRIPTS.resolve(script).toString());
		command.addAll(List.of(arguments));
		try {
			Path log = Files.createTempFile("sekisho-kube", ".log");
			new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor();
			String output = Files.readString(log);
			Files.delete(log);
			return output;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
