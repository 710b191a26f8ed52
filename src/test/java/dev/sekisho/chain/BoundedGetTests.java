package dev.sekisho.chain;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BoundedGetTests {

	private final BoundedGet get = new BoundedGet(Duration.ofMillis(700), 1_000);

	private final ExecutorService servers = Executors.newCachedThreadPool();

	@AfterEach
	void stop() {
		this.servers.shutdownNow();
	}

	@Test
	void readsAnAnswer() throws Exception {
		assertThat(this.get.get(serve("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok", false))).asString()
			.isEqualTo("ok");
	}

	@Test
	void followsNoRedirect() throws Exception {
		String elsewhere = serve("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecret", false);
		refuses(serve("HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + elsewhere + "\r\n\r\n", false),
				"status 302");
	}

	@Test
	void stopsReadingWhatIsTooLong() throws Exception {
		refuses(serve("HTTP/1.1 200 OK\r\nContent-Length: 2000000\r\n\r\n" + "x".repeat(5_000), true), "more than");
	}

	@Test
	void waitsForTheWholeAnswerNoLongerThanItMay() throws Exception {
		long start = System.nanoTime();
		refuses(serve("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nslow", true), "no answer within");
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
	}

	@Test
	void bearsWhatIsNoHttp() throws Exception {
		refuses(serve("SSH-2.0-x\r\n", false), "");
		refuses("http://127.0.0.1:1/", "Connect");
	}

	private void refuses(String url, String why) {
		assertThatExceptionOfType(BoundedGet.NoAnswer.class).isThrownBy(() -> this.get.get(url))
			.withMessageContaining(why);
	}

	private String serve(String answer, boolean open) throws IOException {
		ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
		this.servers.execute(() -> {
			try (server; Socket socket = server.accept()) {
				OutputStream out = socket.getOutputStream();
				out.write(answer.getBytes(StandardCharsets.US_ASCII));
				out.flush();
				// The client ends it, or the test does.
				while (open && socket.getInputStream().read() >= 0) {
					out.flush();
				}
				socket.shutdownOutput();
			}
			catch (IOException ex) {
				// The client has gone.
			}
		});
		return "http://127.0.0.1:" + server.getLocalPort() + "/";
	}

}
