package dev.sekisho.endtoend;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A team's microservice: answers every request with its name and the request target it
 * got, byte for byte, and tells the Host it was asked for.
 */
final class Backend implements AutoCloseable {

	/** The response header with the Host that reached the backend. */
	static final String HOST_SEEN = "x-host-seen";

	private final ServerSocket server;

	private final String name;

	Backend(String name) {
		this.name = name;
		try {
			this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		daemon(this::accept);
	}

	int port() {
		return this.server.getLocalPort();
	}

	@Override
	public void close() {
		try {
			this.server.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void accept() {
		while (!this.server.isClosed()) {
			try {
				Socket connection = this.server.accept();
				daemon(() -> serve(connection));
			}
			catch (IOException ex) {
				return;
			}
		}
	}

	private void serve(Socket connection) {
		try (connection) {
			InputStream input = new BufferedInputStream(connection.getInputStream());
			for (String head = head(input); !head.isEmpty(); head = head(input)) {
				input.skipNBytes(Long.parseLong(header(head, "content-length", "0")));
				connection.getOutputStream().write(answer(head).getBytes(StandardCharsets.ISO_8859_1));
			}
		}
		catch (IOException ex) {
			// Whoever asked has gone; it sees that itself.
			return;
		}
	}

	private String answer(String head) {
		String body = this.name + " " + head.split(" ", 3)[1];
		return "HTTP/1.1 200 OK\r\n" + HOST_SEEN + ": " + header(head, "host", "") + "\r\ncontent-length: "
				+ body.length() + "\r\n\r\n" + body;
	}

	// Up to the empty line; empty at the end of the connection.
	private static String head(InputStream input) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		for (int next = input.read(); next >= 0; next = input.read()) {
			bytes.write(next);
			if (next == '\n' && bytes.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
				return bytes.toString(StandardCharsets.ISO_8859_1);
			}
		}
		return "";
	}

	private static String header(String head, String name, String absent) {
		return head.lines()
			.filter((line) -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
			.findFirst()
			.map((line) -> line.substring(name.length() + 1).strip())
			.orElse(absent);
	}

	private static void daemon(Runnable task) {
		Thread thread = new Thread(task, "backend");
		thread.setDaemon(true);
		thread.start();
	}

}
