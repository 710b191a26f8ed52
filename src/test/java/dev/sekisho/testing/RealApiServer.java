package dev.sekisho.chart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Assumptions;

/**
 * Starts and stops the API server of {@code ../shared/kube}.
 */
final class KubeProgram {

	private static final Path SCRIPTS = Path.of("..", "shared", "kube");

	private KubeProgram() {
	}

	/**
	 * Starts a cluster with Istio's and the load balancer controller's custom resources,
	 * and stops it when this process ends.
	 * @param folder where its files go
	 * @return its kubeconfig
	 */
	static Path start(Path folder) {
		Assumptions.assumeTrue(Files.isExecutable(SCRIPTS.resolve("up")),
				"no ../shared/kube: the tests on a real API server are skipped");
		run("down", folder.toString());
		String output = run("up", "--crds", folder.toString());
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
