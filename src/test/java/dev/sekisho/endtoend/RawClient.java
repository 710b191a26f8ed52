package dev.sekisho.endtoend;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.HttpRequest;

/**
 * Sends requests byte for byte as they are written, also those that no decent client
 * would send.
 */
final class RawClient implements AutoCloseable {

	private static final int TIMEOUT_MILLIS = 10_000;

	private final URI server;

	private @Nullable Socket connection;

	RawClient(URI server) {
		this.server = server;
	}

	/**
	 * Sends a request and reads the response, over the connection of the last one if it
	 * still stands.
	 * @param request the request; its port is ignored
	 * @return the response
	 */
	Response send(HttpRequest request) throws IOException {
		Socket socket = this.connection;
		this.connection = null;
		if (socket == null) {
			socket = new Socket(this.server.getHost(), this.server.getPort());
			socket.setSoTimeout(TIMEOUT_MILLIS);
			socket.setTcpNoDelay(true);
		}
		socket.getOutputStream().write(bytes(request));
		Response response = read(new BufferedInputStream(socket.getInputStream()), request.method());
		if ("close".equals(response.headers().get("connection"))) {
			socket.close();
		}
		else {
			this.connection = socket;
		}
		return response;
	}

	@Override
	public void close() throws IOException {
		Socket socket = this.connection;
		if (socket != null) {
			socket.close();
		}
	}

	private static byte[] bytes(HttpRequest request) {
		StringBuilder text = new StringBuilder().append(request.method())
			.append(' ')
			.append(request.target())
			.append(" HTTP/1.1\r\nHost: ")
			.append(request.host())
			.append("\r\n");
		request.headers()
			.forEach((header) -> text.append(header.name()).append(": ").append(header.value()).append("\r\n"));
		return text.append("content-length: 0\r\n\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
	}

	private static Response read(InputStream input, String method) throws IOException {
		int status = Integer.parseInt(line(input).split(" ")[1]);
		Map<String, String> headers = new TreeMap<>();
		for (String line = line(input); !line.isEmpty(); line = line(input)) {
			int colon = line.indexOf(':');
			headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
		}
		int length = ("HEAD".equals(method) || status == 204 || status == 304) ? 0
				: Integer.parseInt(headers.getOrDefault("content-length", "0"));
		return new Response(status, headers, new String(input.readNBytes(length), StandardCharsets.ISO_8859_1));
	}

	private static String line(InputStream input) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		for (int next = input.read(); next != '\n'; next = input.read()) {
			if (next < 0) {
				throw new EOFException(bytes.toString(StandardCharsets.ISO_8859_1));
			}
			bytes.write(next);
		}
		return bytes.toString(StandardCharsets.ISO_8859_1).strip();
	}

	/**
	 * A response.
	 *
	 * @param status the status
	 * @param headers the headers by lower-case name
	 * @param body the body
	 */
	record Response(int status, Map<String, String> headers, String body) {

		String header(String name) {
			return this.headers.getOrDefault(name, "");
		}

	}

}
