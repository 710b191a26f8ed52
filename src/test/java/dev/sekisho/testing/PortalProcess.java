package dev.sekisho.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.fabric8.kubernetes.client.Config;

import static org.awaitility.Awaitility.await;

/**
 * The portal in a process of its own, as an operator starts it, on a free port of the
 * loopback interface.
 */
public final class PortalProcess implements AutoCloseable {

	private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

	private final Process process;

	private final Path log;

	private final URI address;

	private PortalProcess(Process process, Path log) {
		this.process = process;
		this.log = log;
		this.address = URI
			.create("http://localhost:" + await().atMost(Duration.ofSeconds(90)).until(this::port, (port) -> port > 0));
	}

	/**
	 * Starts the portal and waits until it is ready.
	 * @param log where its log goes
	 * @param environment variables it gets besides this process's own
	 * @param settings its settings, as {@code name=value}
	 * @return the running portal
	 */
	public static PortalProcess start(Path log, Map<String, String> environment, String... settings) {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-Xmx512m", "-cp", classpath(), "dev.sekisho.Sekisho", "--server.port=0"));
		for (String setting : settings) {
			command.add("--" + setting);
		}
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
		builder.environment().putAll(environment);
		try {
			Files.createDirectories(log.toAbsolutePath().getParent());
			PortalProcess portal = new PortalProcess(builder.start(), log);
			await().atMost(Duration.ofSeconds(60))
				.ignoreExceptions()
				.until(() -> portal.get("/readyz").statusCode() == 200);
			return portal;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Starts the portal as it runs in a pod: with a service account's token, and its API
	 * server's address in the environment.
	 * @param folder where its log and the account's files go
	 * @param cluster the cluster, for its certificate
	 * @param server where the API server is reached
	 * @param token the account's token
	 * @param settings its further settings, as {@code name=value}
	 * @return the running portal
	 */
	public static PortalProcess inCluster(Path folder, Config cluster, URI server, String token, String... settings) {
		return inCluster(folder, Map.of(), cluster, server, token, settings);
	}

	/**
	 * Starts the portal as it runs in a pod, with further environment variables.
	 * @param folder where its log and the account's files go
	 * @param environment the variables
	 * @param cluster the cluster, for its certificate
	 * @param server where the API server is reached
	 * @param token the account's token
	 * @param settings its further settings, as {@code name=value}
	 * @return the running portal
	 */
	public static PortalProcess inCluster(Path folder, Map<String, String> environment, Config cluster, URI server,
			String token, String... settings) {
		List<String> all = new ArrayList<>(List.of("sekisho.cluster.mode=in-cluster",
				"sekisho.cluster.service-account=" + serviceAccount(folder.resolve("service-account"), cluster, token),
				"server.address=127.0.0.1"));
		all.addAll(List.of(settings));
		Map<String, String> variables = new HashMap<>(environment);
		variables.put("KUBERNETES_SERVICE_HOST", server.getHost());
		variables.put("KUBERNETES_SERVICE_PORT", String.valueOf(server.getPort()));
		return start(folder.resolve("portal.log"), variables, all.toArray(String[]::new));
	}

	private static Path serviceAccount(Path folder, Config cluster, String token) {
		String authority = cluster.getCaCertData();
		try {
			Files.createDirectories(folder);
			Files.writeString(folder.resolve("token"), token);
			Files.writeString(folder.resolve("ca.crt"),
					(authority != null) ? new String(Base64.getDecoder().decode(authority), StandardCharsets.US_ASCII)
							: Files.readString(Path.of(cluster.getCaCertFile())));
			return folder;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Where the portal listens.
	 * @return its address, without a slash at the end
	 */
	public URI address() {
		return this.address;
	}

	/**
	 * What the portal has logged.
	 * @return the log
	 */
	public String log() {
		try {
			return Files.readString(this.log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Ends the process at once, as {@code kill -9} does.
	 */
	public void kill() {
		this.process.destroyForcibly().onExit().join();
	}

	/**
	 * Whether the process runs.
	 * @return {@code false} once it has ended
	 */
	public boolean isAlive() {
		return this.process.isAlive();
	}

	/**
	 * Stops the process where it stands, as {@code kill -STOP} does.
	 */
	public void pause() {
		signal("STOP");
	}

	/**
	 * Lets the process go on, as {@code kill -CONT} does.
	 */
	public void goOn() {
		signal("CONT");
	}

	private void signal(String name) {
		try {
			new ProcessBuilder("kill", "-" + name, String.valueOf(this.process.pid())).start().waitFor();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() {
		this.process.destroy();
		try {
			if (!this.process.waitFor(20, TimeUnit.SECONDS)) {
				kill();
			}
		}
		catch (InterruptedException ex) {
			kill();
			Thread.currentThread().interrupt();
		}
	}

	private int port() {
		if (!this.process.isAlive()) {
			throw new IllegalStateException("The portal has ended:\n" + log());
		}
		Matcher port = PORT.matcher(log());
		return port.find() ? Integer.parseInt(port.group(1)) : 0;
	}

	private HttpResponse<String> get(String path) throws IOException, InterruptedException {
		return this.http.send(HttpRequest.newBuilder(this.address.resolve(path)).timeout(Duration.ofSeconds(5)).build(),
				HttpResponse.BodyHandlers.ofString());
	}

	// Without the tests' own classes.
	private static String classpath() {
		String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		List<String> entries = new ArrayList<>(List.of(all.split(File.pathSeparator)));
		entries.removeIf((entry) -> entry.endsWith("test-classes") || entry.endsWith("test-classes" + File.separator));
		return String.join(File.pathSeparator, entries);
	}

}
