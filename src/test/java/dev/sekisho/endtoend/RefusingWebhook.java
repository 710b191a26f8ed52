package dev.sekisho.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import tools.jackson.databind.json.JsonMapper;

import dev.sekisho.sandbox.server.LoopbackCertificate;

/**
 * An admission webhook that refuses everything.
 */
final class RefusingWebhook implements AutoCloseable {

	private final LoopbackCertificate certificate = LoopbackCertificate.create();

	private final HttpsServer server;

	RefusingWebhook(String why) {
		JsonMapper json = JsonMapper.builder().build();
		try {
			this.server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setHttpsConfigurator(new HttpsConfigurator(this.certificate.context()));
		this.server.createContext("/", (exchange) -> {
			String uid = json.readTree(exchange.getRequestBody().readAllBytes()).path("request").path("uid").asString();
			byte[] body = """
					{"apiVersion": "admission.k8s.io/v1", "kind": "AdmissionReview",
					 "response": {"uid": "%s", "allowed": false, "status": {"code": 403, "message": "%s"}}}"""
				.formatted(uid, why)
				.getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().add("Content-Type", "application/json");
			exchange.sendResponseHeaders(200, body.length);
			exchange.getResponseBody().write(body);
			exchange.close();
		});
		this.server.start();
	}

	String url() {
		return "https://127.0.0.1:" + this.server.getAddress().getPort() + "/validate";
	}

	/** The certificate that it serves, as the API server wants it. */
	String authority() {
		return Base64.getEncoder().encodeToString(this.certificate.pem().getBytes(StandardCharsets.US_ASCII));
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
