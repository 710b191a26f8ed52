package dev.sekisho.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import dev.sekisho.sandbox.store.Json;

/**
 * The kubeconfig of a sandbox: one context for each user, readable by its owner only.
 *
 * @param file where it is
 * @param content what was written
 */
record Kubeconfig(Path file, String content) {

	private static final Path IN_CHECKOUT = Path.of("target", "sandbox", "kubeconfig");

	/**
	 * Writes the file.
	 * @param wanted where; {@code null} for the default
	 * @param url the API server's address
	 * @param certificate its certificate in PEM
	 * @param tokens the tokens by user; the first user is the current one
	 * @return the file
	 */
	static Kubeconfig write(@Nullable Path wanted, String url, String certificate, Map<String, String> tokens) {
		try {
			Path file = (wanted != null) ? wanted.toAbsolutePath() : place();
			String content = content(url, certificate, tokens);
			Files.createDirectories(file.getParent());
			Files.deleteIfExists(file);
			Files.createFile(file);
			if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
				Files.setPosixFilePermissions(file,
						EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
			}
			Files.writeString(file, content, StandardOpenOption.WRITE);
			return new Kubeconfig(file, content);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The sandbox's kubeconfig can't be written", ex);
		}
	}

	private static Path place() throws IOException {
		boolean checkout = Files.exists(Path.of("pom.xml"))
				&& Files.isDirectory(Path.of("src", "main", "java", "dev", "sekisho"));
		return checkout ? IN_CHECKOUT.toAbsolutePath()
				: Files.createTempDirectory("sekisho-sandbox").resolve("kubeconfig");
	}

	private static String content(String url, String certificate, Map<String, String> tokens) throws IOException {
		ObjectNode config = Json.object("apiVersion", "v1", "kind", "Config", "current-context",
				tokens.keySet().iterator().next());
		ObjectNode cluster = config.withArray("/clusters").addObject().put("name", "sandbox").putObject("cluster");
		cluster.put("server", url)
			.put("certificate-authority-data",
					Base64.getEncoder().encodeToString(certificate.getBytes(StandardCharsets.US_ASCII)));
		tokens.forEach((user, token) -> {
			ObjectNode context = config.withArray("/contexts").addObject().put("name", user);
			context.putObject("context").put("cluster", "sandbox").put("user", user);
			config.withArray("/users").addObject().put("name", user).putObject("user").put("token", token);
		});
		return Json.YAML.writeValueAsString(config);
	}

	/** Removes the file, unless another sandbox has written its own there meanwhile. */
	void remove() {
		try {
			if (Files.exists(this.file) && Files.readString(this.file).equals(this.content)) {
				Files.delete(this.file);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
