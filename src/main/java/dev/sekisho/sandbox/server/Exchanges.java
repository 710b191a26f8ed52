package dev.sekisho.sandbox.server;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.sekisho.sandbox.store.Json;

/**
 * Turns HTTP exchanges into calls and back.
 */
final class Exchanges implements HttpHandler {

	private static final Logger logger = LoggerFactory.getLogger(Exchanges.class);

	private static final Set<String> HEALTH = Set.of("/healthz", "/livez", "/readyz");

	private final Calls calls;

	private final Watches watches;

	private final Authentication authentication;

	private final Set<String> hosts;

	Exchanges(Calls calls, Watches watches, Authentication authentication, int port) {
		this.calls = calls;
		this.watches = watches;
		this.authentication = authentication;
		this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
	}

	@Override
	public void handle(HttpExchange exchange) throws IOException {
		try {
			answer(exchange);
		}
		catch (ApiFailure ex) {
			reply(exchange, ex.code(), ex.status());
		}
		catch (IOException ex) {
			// the client has gone
			logger.trace("{} broke off", exchange.getRequestURI(), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (RuntimeException ex) {
			logger.error("{} {} failed", exchange.getRequestMethod(), exchange.getRequestURI().getPath(), ex);
			reply(exchange, 500, ApiFailure.of(500, "InternalError", "Internal error occurred: " + ex).status());
		}
		finally {
			exchange.close();
		}
	}

	private void answer(HttpExchange exchange) throws IOException, InterruptedException {
		checkOrigin(exchange.getRequestHeaders());
		String path = exchange.getRequestURI().getPath();
		if (HEALTH.contains(path)) {
			reply(exchange, 200, Json.MAPPER.getNodeFactory().textNode("ok"));
			return;
		}
		Call call = new Call(exchange, this.authentication.user(exchange),
				Query.parse(exchange.getRequestURI().getRawQuery()));
		Optional<ResourcePath> resource = ResourcePath.parse(path);
		if (resource.isEmpty()) {
			reply(exchange, this.calls.answerPath(call));
			return;
		}
		answer(call, resource.get());
	}

	private void answer(Call call, ResourcePath path) throws IOException, InterruptedException {
		Optional<String> review = Reviews.kind(path);
		if (review.isPresent()) {
			reply(call.exchange(), this.calls.review(call, path, review.get()));
			return;
		}
		Resource resource = this.calls.resource(call, path);
		if (!call.watches() || !"GET".equals(call.method())) {
			reply(call.exchange(), this.calls.answer(call, resource));
		}
		else if (call.header("Upgrade").equalsIgnoreCase("websocket")) {
			// an empty 200 makes the client fall back to plain HTTP at once
			call.exchange().sendResponseHeaders(200, -1);
		}
		else {
			this.watches.follow(call, resource, Tables.wanted(call));
		}
	}

	// No web page may call, under whatever name it knows this address.
	private void checkOrigin(Headers headers) {
		if (headers.containsKey("Origin") || !this.hosts.contains(String.valueOf(headers.getFirst("Host")))) {
			throw ApiFailure.of(403, "Forbidden", "the sandbox's API server answers programs on this machine only");
		}
	}

	private static void reply(HttpExchange exchange, Reply reply) throws IOException {
		reply.warnings()
			.forEach((warning) -> exchange.getResponseHeaders()
				.add("Warning", "299 - \"" + warning.replace("\\", "\\\\").replace("\"", "\\\"") + "\""));
		reply(exchange, reply.code(), reply.body());
	}

	private static void reply(HttpExchange exchange, int code, JsonNode body) throws IOException {
		byte[] bytes = body.isTextual() ? body.asText().getBytes(java.nio.charset.StandardCharsets.UTF_8)
				: Json.MAPPER.writeValueAsBytes(body);
		exchange.getRequestBody().readAllBytes();
		exchange.getResponseHeaders().set("Content-Type", body.isTextual() ? "text/plain" : "application/json");
		exchange.sendResponseHeaders(code, bytes.length);
		try (OutputStream out = exchange.getResponseBody()) {
			out.write(bytes);
		}
	}

}
