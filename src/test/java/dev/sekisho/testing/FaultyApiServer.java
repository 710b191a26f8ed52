package dev.sekisho.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.internal.SSLUtils;

import dev.sekisho.sandbox.server.LoopbackCertificate;
import dev.sekisho.testing.Fault.Reply;

/**
 * Stands between the portal and the real API server and sees each write of the portal's
 * own account and of people: a test may refuse it, lose it, or do something else just
 * before or after it takes effect. Everything else goes through, as slowly as a test
 * wants.
 */
public final class FaultyApiServer implements AutoCloseable {

	private static final Set<String> HEADERS = Set.of("authorization", "content-type", "accept");

	private final LoopbackCertificate certificate = LoopbackCertificate.create();

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final List<String> writes = new CopyOnWriteArrayList<>();

	private final HttpsServer server;

	private final HttpClient client;

	private final URI behind;

	private final Config config;

	private final String portal;

	private volatile Fault fault = Fault.NONE;

	private volatile Fault peoplesFault = Fault.NONE;

	private volatile Duration delay = Duration.ZERO;

	private boolean watchesHeld;

	/**
	 * Stands before an API server.
	 * @param config how the API server is reached
	 * @param portal the token of the portal's own account
	 */
	public FaultyApiServer(Config config, String portal) {
		this.config = config;
		this.portal = "Bearer " + portal;
		this.behind = URI.create(config.getMasterUrl());
		try {
			SSLContext trust = SSLUtils.sslContext(config);
			this.client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).sslContext(trust).build();
			this.server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
		this.server.setHttpsConfigurator(new HttpsConfigurator(this.certificate.context()));
		this.server.setExecutor(this.threads);
		this.server.createContext("/", this::handle);
		this.server.start();
	}

	/**
	 * Where it listens.
	 * @return the address
	 */
	public URI address() {
		return URI.create("https://127.0.0.1:" + this.server.getAddress().getPort());
	}

	/**
	 * The token of the portal's own account.
	 * @return the token
	 */
	public String portalToken() {
		return this.portal.substring("Bearer ".length());
	}

	/**
	 * How it is reached.
	 * @return a configuration that trusts it
	 */
	public Config trusting() {
		return new ConfigBuilder(this.config).withMasterUrl(address().toString())
			.withCaCertFile(null)
			.withCaCertData(
					Base64.getEncoder().encodeToString(this.certificate.pem().getBytes(StandardCharsets.US_ASCII)))
			.build();
	}

	/**
	 * Says what becomes of writes from now on; counts anew.
	 * @param next what becomes of each
	 */
	public void writes(Fault next) {
		this.writes.clear();
		this.fault = next;
	}

	/**
	 * The writes since then.
	 * @return each as method and path
	 */
	public List<String> writes() {
		return this.writes;
	}

	/**
	 * Says what becomes of what people write from now on: changes and reviews.
	 * @param next what becomes of each; they aren't counted
	 */
	public void peoplesWrites(Fault next) {
		this.peoplesFault = next;
	}

	/**
	 * Lets each call that isn't a watch take so much longer from now on.
	 * @param longer how much
	 */
	public void delay(Duration longer) {
		this.delay = longer;
	}

	/** Holds back every byte of every watch from now on. */
	public synchronized void holdWatches() {
		this.watchesHeld = true;
	}

	/** No more faults. */
	public synchronized void heal() {
		writes(Fault.NONE);
		peoplesWrites(Fault.NONE);
		delay(Duration.ZERO);
		this.watchesHeld = false;
		notifyAll();
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			byte[] body = exchange.getRequestBody().readAllBytes();
			String write = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
			Fault now = fault(exchange, write);
			int number = this.writes.size();
			Reply reply = now.before(write, number);
			if (reply == null) {
				HttpResponse<InputStream> response = forward(exchange, body);
				reply = now.after(write, number);
				if (reply == null) {
					pass(exchange, response);
					return;
				}
			}
			reply.send(exchange);
		}
	}

	private Fault fault(HttpExchange exchange, String write) {
		boolean stored = !exchange.getRequestMethod().equals("GET") && !query(exchange).contains("dryRun");
		if (!isWatch(exchange)) {
			waitFor(this.delay);
		}
		if (stored && isPortal(exchange) && !write.contains("reviews")) {
			this.writes.add(write);
			return this.fault;
		}
		return (stored && !isPortal(exchange) && write.contains("/apis/sekisho.dev/")) ? this.peoplesFault : Fault.NONE;
	}

	private synchronized void waitWhileHeld() throws IOException {
		while (this.watchesHeld) {
			try {
				wait();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IOException(ex);
			}
		}
	}

	private static void waitFor(Duration duration) {
		CompletableFuture.runAsync(() -> {
		}, CompletableFuture.delayedExecutor(duration.toMillis(), TimeUnit.MILLISECONDS)).join();
	}

	private boolean isPortal(HttpExchange exchange) {
		return this.portal.equals(exchange.getRequestHeaders().getFirst("Authorization"));
	}

	private static boolean isWatch(HttpExchange exchange) {
		return query(exchange).contains("watch=");
	}

	private static String query(HttpExchange exchange) {
		return String.valueOf(exchange.getRequestURI().getQuery());
	}

	private HttpResponse<InputStream> forward(HttpExchange exchange, byte[] body) throws IOException {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.behind.resolve(exchange.getRequestURI().toString()))
			.method(exchange.getRequestMethod(), (body.length > 0) ? HttpRequest.BodyPublishers.ofByteArray(body)
					: HttpRequest.BodyPublishers.noBody());
		exchange.getRequestHeaders().forEach((name, values) -> {
			if (HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
				values.forEach((value) -> request.header(name, value));
			}
		});
		try {
			return this.client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException(ex);
		}
	}

	private void pass(HttpExchange exchange, HttpResponse<InputStream> response) throws IOException {
		response.headers()
			.firstValue("Content-Type")
			.ifPresent((type) -> exchange.getResponseHeaders().add("Content-Type", type));
		response.headers().allValues("Warning").forEach((text) -> exchange.getResponseHeaders().add("Warning", text));
		exchange.sendResponseHeaders(response.statusCode(), 0);
		byte[] bytes = new byte[16 * 1024];
		try (InputStream in = response.body(); OutputStream out = exchange.getResponseBody()) {
			for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
				if (isWatch(exchange)) {
					waitWhileHeld();
				}
				out.write(bytes, 0, read);
				out.flush();
			}
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.threads.shutdownNow();
	}

}
