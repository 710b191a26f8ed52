package dev.sekisho.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;

/**
 * An HTTP server that answers what a test says and remembers what it was asked.
 */
final class ScriptedServer implements AutoCloseable {

	private final List<String> requests = new CopyOnWriteArrayList<>();

	private final HttpServer server;

	private final ExecutorService threads = Executors.newCachedThreadPool();

	ScriptedServer(Script script) {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(this.threads);
		this.server.createContext("/", (exchange) -> {
			try (exchange) {
				this.requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
				script.answer(exchange, this.requests.size());
			}
		});
		this.server.start();
	}

	static void reply(HttpExchange exchange, int code, String body) throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(code, bytes.length);
		exchange.getResponseBody().write(bytes);
	}

	/** What it was asked, as method and path with parameters. */
	List<String> requests() {
		return this.requests;
	}

	ConnectedCluster connect(boolean writable) {
		Config config = new ConfigBuilder(Config.empty())
			.withMasterUrl("http://127.0.0.1:" + this.server.getAddress().getPort())
			.build();
		return new ConnectedCluster(TestConnections.withToken(TestConnections.fixed(config), "secret"),
				TestConnections.properties(ClusterMode.KUBECONFIG, writable));
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.threads.shutdownNow();
	}

	/**
	 * What is answered.
	 */
	@FunctionalInterface
	interface Script {

		/**
		 * Answers a request.
		 * @param exchange the exchange
		 * @param count which request this is, from 1
		 * @throws IOException if the client has gone
		 */
		void answer(HttpExchange exchange, int count) throws IOException;

	}

}
