package dev.sekisho.sandbox.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

import dev.sekisho.sandbox.access.Rbac;
import dev.sekisho.sandbox.access.Tokens;
import dev.sekisho.sandbox.store.ObjectStore;
import dev.sekisho.sandbox.store.ResourceTypes;

/**
 * The API server: HTTPS on loopback.
 */
public final class ApiServer {

	static {
		// read once, when the JDK's server is loaded: without the first each call takes
		// 45 ms
		System.setProperty("sun.net.httpserver.nodelay", "true");
		// clients keep connections longer than the JDK's 30 seconds
		System.setProperty("sun.net.httpserver.idleInterval", "3600");
	}

	private final HttpsServer server;

	private final ServingCertificate certificate = ServingCertificate.create();

	private final ExecutorService threads;

	private final Watches watches;

	private ApiServer(int port, ObjectStore store, ResourceTypes types, Tokens tokens) throws IOException {
		this.server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 100);
		this.server.setHttpsConfigurator(new HttpsConfigurator(this.certificate.context()));
		this.threads = Executors.newCachedThreadPool((task) -> {
			Thread thread = new Thread(task, "sandbox-api");
			thread.setDaemon(true);
			return thread;
		});
		this.watches = new Watches(store);
		Rbac rbac = new Rbac(store, types);
		this.server.setExecutor(this.threads);
		this.server.createContext("/", new Exchanges(new Calls(store, types, rbac, tokens), this.watches,
				new Authentication(tokens, rbac), this.server.getAddress().getPort()));
	}

	/**
	 * Starts a server.
	 * @param port the port; 0 for a free one
	 * @param store what it serves
	 * @param types the types of what it serves
	 * @param tokens the tokens it accepts
	 * @return the server
	 * @throws UncheckedIOException if the port isn't free
	 */
	public static ApiServer start(int port, ObjectStore store, ResourceTypes types, Tokens tokens) {
		try {
			ApiServer started = new ApiServer(port, store, types, tokens);
			started.server.start();
			return started;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The sandbox's API server can't listen on port " + port, ex);
		}
	}

	/**
	 * Stops the server and ends all watches.
	 */
	public void stop() {
		this.watches.stop();
		this.server.stop(0);
		this.threads.shutdownNow();
	}

	/**
	 * The port it listens on.
	 * @return the port
	 */
	public int port() {
		return this.server.getAddress().getPort();
	}

	/**
	 * The certificate that clients trust.
	 * @return the certificate in PEM
	 */
	public String certificate() {
		return this.certificate.pem();
	}

}
