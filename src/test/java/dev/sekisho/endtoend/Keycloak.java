package dev.sekisho.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;

import static org.awaitility.Awaitility.await;

/**
 * A real identity provider on loopback: Keycloak, with the realm of
 * {@code oidc/realm.json} and a certificate of its own. {@code -Pfull} unpacks it.
 */
final class Keycloak implements AutoCloseable {

	private static final Path FOLDER = Path.of("target", "keycloak").toAbsolutePath();

	private static final String PASSWORD = "changeit";

	private final Process process;

	private final Path log;

	private final int port;

	private Keycloak(Process process, Path log, int port) {
		this.process = process;
		this.log = log;
		this.port = port;
	}

	/**
	 * Starts it; skips the test where it isn't unpacked.
	 * @return the running provider
	 * @throws IOException if it can't be started
	 */
	static Keycloak start() throws IOException {
		Path home = home();
		List<String> names = List.of("tls.p12", "tls.pem", "trust.p12");
		for (String name : names) {
			Files.deleteIfExists(FOLDER.resolve(name));
		}
		certify();
		Files.createDirectories(home.resolve("data/import"));
		Files.copy(Objects.requireNonNull(Keycloak.class.getResourceAsStream("/oidc/realm.json")),
				home.resolve("data/import/realm.json"), StandardCopyOption.REPLACE_EXISTING);
		int port = freePort();
		Path log = FOLDER.resolve("keycloak.log");
		ProcessBuilder builder = new ProcessBuilder(home.resolve("bin/kc.sh").toString(), "start-dev", "--db=dev-mem",
				"--http-host=127.0.0.1", "--http-port=" + freePort(), "--https-port=" + port,
				"--https-key-store-file=" + FOLDER.resolve("tls.p12"), "--https-key-store-password=" + PASSWORD,
				"--hostname=https://localhost:" + port, "--import-realm", "--cache=local")
			.redirectErrorStream(true)
			.redirectOutput(log.toFile());
		builder.environment()
			.put("JAVA_OPTS",
					"-Xms64m -Xmx450m -XX:TieredStopAtLevel=1 -Djava.util.concurrent.ForkJoinPool.common.threadFactory="
							+ "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory");
		Keycloak keycloak = new Keycloak(builder.start(), log, port);
		Runtime.getRuntime().addShutdownHook(new Thread(keycloak::close));
		await().atMost(Duration.ofMinutes(4)).until(() -> keycloak.log().contains("Listening on:"));
		return keycloak;
	}

	private static Path home() throws IOException {
		Assumptions.assumeTrue(Files.isDirectory(FOLDER), "Keycloak isn't in target/keycloak: run with -Pfull");
		try (Stream<Path> folders = Files.list(FOLDER)) {
			Path home = folders.filter((folder) -> folder.getFileName().toString().startsWith("keycloak-"))
				.filter(Files::isDirectory)
				.findFirst()
				.orElseThrow();
			if (!home.resolve("bin/kc.sh").toFile().setExecutable(true)) {
				throw new IOException(home + " can't be made executable");
			}
			return home;
		}
	}

	private static void certify() {
		keytool("-genkeypair", "-alias", "tls", "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=localhost",
				"-ext", "san=dns:localhost,ip:127.0.0.1", "-ext", "bc=ca:true", "-validity", "3", "-keystore",
				"tls.p12");
		keytool("-exportcert", "-rfc", "-alias", "tls", "-keystore", "tls.p12", "-file", "tls.pem");
		keytool("-importcert", "-noprompt", "-alias", "tls", "-file", "tls.pem", "-keystore", "trust.p12");
	}

	private static void keytool(String... arguments) {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
		command.addAll(List.of(arguments));
		command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
		try {
			Process process = new ProcessBuilder(command).directory(FOLDER.toFile())
				.redirectErrorStream(true)
				.redirectOutput(FOLDER.resolve("keytool.log").toFile())
				.start();
			if (process.waitFor() != 0) {
				throw new IllegalStateException(Files.readString(FOLDER.resolve("keytool.log")));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	String issuer() {
		return "https://localhost:" + this.port + "/realms/sekisho";
	}

	/**
	 * Its certificate, for the API server.
	 * @return a file in PEM
	 */
	Path certificate() {
		return FOLDER.resolve("tls.pem");
	}

	/**
	 * What makes a Java process trust it.
	 * @return options of the virtual machine
	 */
	String trust() {
		return "-Djavax.net.ssl.trustStore=" + FOLDER.resolve("trust.p12") + " -Djavax.net.ssl.trustStorePassword="
				+ PASSWORD;
	}

	private String log() throws IOException {
		if (!this.process.isAlive()) {
			throw new IllegalStateException("Keycloak has ended:\n" + Files.readString(this.log));
		}
		return Files.readString(this.log);
	}

	@Override
	public void close() {
		this.process.descendants().forEach(ProcessHandle::destroy);
		this.process.destroy();
		try {
			this.process.waitFor(20, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
