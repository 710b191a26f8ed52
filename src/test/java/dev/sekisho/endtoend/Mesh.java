package dev.sekisho.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Assumptions;

/**
 * A real API server with a real istiod and a real Envoy, started by the programs of
 * {@code ../shared/mesh}.
 */
final class Mesh implements AutoCloseable {

	private static final Path SCRIPTS = Path.of("..", "shared", "mesh");

	private final Path folder;

	private final Map<String, String> addresses;

	private Mesh(Path folder) {
		this.folder = folder;
		this.addresses = addresses(folder.resolve("mesh.env"));
	}

	/**
	 * Starts the mesh; skips the test where its programs aren't at hand.
	 * @param folder where its files go
	 * @return the running mesh
	 */
	static Mesh start(Path folder) {
		Assumptions.assumeTrue(Files.isExecutable(SCRIPTS.resolve("up")),
				"no ../shared/mesh: the test with real istiod and Envoy is skipped");
		run("down", folder.toString());
		String output = run("up", folder.toString());
		if (!Files.exists(folder.resolve("mesh.env"))) {
			throw new IllegalStateException(output);
		}
		return new Mesh(folder);
	}

	/** The kubeconfig with a context for each user. */
	Path kubeconfig() {
		return this.folder.resolve("kubeconfig");
	}

	/** Where Envoy takes requests. */
	String gateway() {
		return this.addresses.get("GATEWAY_URL");
	}

	/** Where Envoy tells of itself. */
	String envoy() {
		return this.addresses.get("ENVOY_ADMIN_URL");
	}

	@Override
	public void close() {
		run("down", this.folder.toString());
	}

	private static Map<String, String> addresses(Path file) {
		try {
			return Files.readAllLines(file)
				.stream()
				.map((line) -> line.split("=", 2))
				.collect(Collectors.toMap((parts) -> parts[0], (parts) -> parts[1]));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String run(String script, String... arguments) {
		List<String> command = new ArrayList<>(List.of(SCRIPTS.resolve(script).toString()));
		command.addAll(List.of(arguments));
		try {
			Path log = Files.createTempFile("sekisho-mesh", ".log");
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
