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
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import org.jspecify.annotations.Nullable;

import dev.sekisho.sandbox.server.LoopbackCertificate;

/**
 * Stands between the portal and the real API server and sees each write of the portal's
 * own account: a test may refuse it, lose it, or do something else just before or after
 * it takes effect. Everything else goes through.
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

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			byte[] body = exchange.getRequestBody().readAllBytes();
			if (!isWrite(exchange)) {
				pass(exchange, forward(exchange, body));
				return;
			}
			String write = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
			this.writes.add(write);
			int number = this.writes.size();
			Fault now = this.fault;
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

	private boolean isWrite(HttpExchange exchange) {
		String path = exchange.getRequestURI().toString();
		return !exchange.getRequestMethod().equals("GET") && !path.contains("reviews") && !path.contains("dryRun")
				&& this.portal.equals(exchange.getRequestHeaders().getFirst("Authorization"));
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

	private static void pass(HttpExchange exchange, HttpResponse<InputStream> response) throws IOException {
		response.headers()
			.firstValue("Content-Type")
			.ifPresent((type) -> exchange.getResponseHeaders().add("Content-Type", type));
		response.headers().allValues("Warning").forEach((text) -> exchange.getResponseHeaders().add("Warning", text));
		exchange.sendResponseHeaders(response.statusCode(), 0);
		byte[] bytes = new byte[16 * 1024];
		try (InputStream in = response.body(); OutputStream out = exchange.getResponseBody()) {
			for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
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

	/**
	 * What becomes of writes.
	 */
	public interface Fault {

		/** Every write goes through. */
		Fault NONE = new Fault() {
		};

		/**
		 * Called before a write takes effect.
		 * @param write method and path
		 * @param number which one it is, from 1
		 * @return what to answer in its place; {@code null} to let it through
		 */
		default @Nullable Reply before(String write, int number) {
			return null;
		}

		/**
		 * Called after a write took effect.
		 * @param write method and path
		 * @param number which one it is, from 1
		 * @return what to answer in place of the API server's answer; {@code null} for
		 * that
		 */
		default @Nullable Reply after(String write, int number) {
			return null;
		}

	}

	/**
	 * An answer.
	 *
	 * @param code the status code; 0 for the end of the connection without an answer
	 * @param reason the reason as Kubernetes writes it
	 * @param retryAfter seconds; 0 for none
	 */
	public record Reply(int code, String reason, int retryAfter) {

		/** The connection ends. */
		public static final Reply NOTHING = new Reply(0, "", 0);

		void send(HttpExchange exchange) throws IOException {
			if (this.code == 0) {
				throw new IOException("on purpose");
			}
			if (this.retryAfter > 0) {
				exchange.getResponseHeaders().add("Retry-After", String.valueOf(this.retryAfter));
			}
			exchange.getResponseHeaders().add("Content-Type", "application/json");
			byte[] body = """
					{"kind": "Status", "apiVersion": "v1", "status": "Failure", "code": %d, "reason": "%s",
					 "message": "a fault of the test"}""".formatted(this.code, this.reason)
				.getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(this.code, body.length);
			exchange.getResponseBody().write(body);
		}

	}

}
