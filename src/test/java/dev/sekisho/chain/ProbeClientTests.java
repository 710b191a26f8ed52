package dev.sekisho.chain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Whatever answers a probe, it gets no more than one request, and the portal is back in
 * time.
 */
class ProbeClientTests {

	private static final String SERVICE = "x-envoy-upstream-service-time: 3\r\n";

	private final ProbeClient client = new ProbeClient(Duration.ofMillis(800), 4_096);

	private final ExecutorService servers = Executors.newCachedThreadPool();

	private final List<String> received = new CopyOnWriteArrayList<>();

	@AfterEach
	void stop() {
		this.servers.shutdownNow();
	}

	@Test
	void sendsOneRequestWithTheRoutesHostAndPath() throws Exception {
		ProbeResult result = send("200 OK\r\n" + SERVICE + "x-served-by: orders\r\nContent-Length: 0\r\n\r\n", "",
				"x-served-by", "orders");
		assertThat(result.state()).isEqualTo(HopState.HEALTHY);
		assertThat(result.status()).isEqualTo(200);
		assertThat(result.millis()).isBetween(0L, 800L);
		assertThat(this.received)
			.contains("GET http://api.example.com/api/v1/orders?x=1 HTTP/1.1", "Host: api.example.com",
					"User-Agent: Sekisho-Probe")
			.noneMatch((line) -> line.startsWith("Authorization") || line.startsWith("Cookie"));
	}

	@ParameterizedTest
	@CsvSource({ "200, true, orders, HEALTHY, as-expected", "500, true, orders, HEALTHY, as-expected",
			"200, true, payments, DOWN, other", "200, true, '', UNKNOWN, no-rule", "404, true, '', UNKNOWN, no-rule",
			"503, true, '', DEGRADED, failing", "503, false, '', DOWN, gateway", "404, false, payments, DOWN, gateway",
			"302, true, '', UNKNOWN, no-rule" })
	void judgesTheAnswer(int status, boolean service, String expected, HopState state, String code) throws Exception {
		ProbeResult result = send(
				status + " x\r\n" + (service ? SERVICE : "") + "Content-Length: 11\r\n\r\nI am orders", expected, "",
				"");
		assertThat(result.state()).isEqualTo(state);
		assertThat(result.reason().code()).isEqualTo("probe." + code);
		assertThat(result.status()).isEqualTo(status);
	}

	@Test
	void followsNoRedirect() throws Exception {
		ProbeResult result = send("302 Found\r\nLocation: http://127.0.0.1:1/secret\r\nContent-Length: 0\r\n\r\n", "",
				"", "");
		assertThat(result.status()).isEqualTo(302);
		assertThat(result.reason().code()).isEqualTo("probe.gateway");
	}

	@Test
	void takesTheGatewaysOwnAnswerWhereTheRouteAsksForIt() throws Exception {
		ProbeTarget target = serve("HTTP/1.1 301 Moved\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n", false);
		ProbeResult result = this.client.send(target, request("", "", ""), true);
		assertThat(result.reason().code()).isEqualTo("probe.gateway-as-routed");
	}

	@Test
	void readsNoMoreOfAnEndlessBodyThanItMay() throws Exception {
		String endless = "HTTP/1.1 200 OK\r\n" + SERVICE + "Transfer-Encoding: chunked\r\n\r\n";
		ProbeTarget target = serve(endless, true);
		assertThat(this.client.send(target, request("", "", ""), false).reason().code()).isEqualTo("probe.no-rule");
		assertThat(this.client.send(serve(endless, true), request("never there", "", ""), false).reason().code())
			.isEqualTo("probe.other");
		assertThat(this.client.send(serve(endless, true), request("xxxx", "", ""), false).reason().code())
			.isEqualTo("probe.as-expected");
	}

	@Test
	void waitsNoLongerThanItMay() throws Exception {
		long start = System.nanoTime();
		assertThat(send("200 OK\r\nContent-Length: 500\r\n\r\nslow", "orders", "", "").reason().code())
			.isEqualTo("probe.too-slow");
		assertThat(this.client.send(serve("", false), request("", "", ""), false).reason().code())
			.isEqualTo("probe.too-slow");
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
	}

	@Test
	void bearsWhatIsNoHttpAndWhatIsNotThere() throws Exception {
		assertThat(this.client.send(serve("SSH-2.0-x\r\n", false), request("", "", ""), false).reason().code())
			.isEqualTo("probe.broken");
		ProbeTarget nobody = new ProbeTarget("pod", new InetSocketAddress(InetAddress.getLoopbackAddress(), 1));
		assertThat(this.client.send(nobody, request("", "", ""), false).reason().code()).isEqualTo("probe.unreachable");
	}

	@ParameterizedTest
	@CsvSource({ "POST, api.example.com, /x, method", "CONNECT, api.example.com, /x, method",
			"GET, user@evil.example, /x, host", "GET, 'a b', /x, host", "GET, -, /x, host", "GET, a, x, path",
			"GET, a, //evil.example/x, path", "GET, a, /x#y, path", "GET, a, '/x y', path" })
	void takesNoOddRequest(String method, String host, String path, String field) {
		assertThatExceptionOfType(ProbeRefused.class).isThrownBy(() -> new ProbeRequest(method, host, path, "", "", ""))
			.matches((refused) -> refused.field().equals(field));
	}

	private ProbeResult send(String answer, String body, String header, String value) throws IOException {
		return this.client.send(serve("HTTP/1.1 " + answer, false), request(body, header, value), false);
	}

	private static ProbeRequest request(String body, String header, String value) {
		return new ProbeRequest("GET", "api.example.com", "/api/v1/orders?x=1", header, value, body);
	}

	private ProbeTarget serve(String answer, boolean endless) throws IOException {
		ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
		this.servers.submit(() -> {
			try (server; Socket socket = server.accept()) {
				OutputStream out = socket.getOutputStream();
				BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream()));
				for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
					this.received.add(line);
				}
				out.write(answer.getBytes(StandardCharsets.US_ASCII));
				out.flush();
				byte[] chunk = ("400\r\n" + "x".repeat(1_024) + "\r\n").getBytes(StandardCharsets.US_ASCII);
				while (endless) {
					out.write(chunk);
				}
				// Holds the connection until the client has gone.
				return in.read();
			}
		});
		return new ProbeTarget("pod", new InetSocketAddress(server.getInetAddress(), server.getLocalPort()));
	}

}
