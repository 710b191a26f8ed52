package dev.sekisho.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Stands between the portal and an API server and breaks connections in the ways networks
 * do: as an HTTP proxy (CONNECT), or in the place of one server.
 */
public final class FaultyNetwork implements AutoCloseable {

	private static final Pattern CONNECT = Pattern.compile("CONNECT ([^ :]+):(\\d+) .*");

	private final ServerSocket listener;

	private final List<Socket> sockets = new CopyOnWriteArrayList<>();

	private final @Nullable URI server;

	private volatile boolean refusing;

	private boolean silent;

	private FaultyNetwork(@Nullable URI server) throws IOException {
		this.server = server;
		this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		daemon(this::accept);
	}

	/**
	 * Makes a proxy.
	 * @return the proxy
	 * @throws IOException if there is no free port
	 */
	public static FaultyNetwork proxy() throws IOException {
		return new FaultyNetwork(null);
	}

	/**
	 * Stands before a server.
	 * @param server where the connections go
	 * @return what to connect to instead
	 * @throws IOException if there is no free port
	 */
	public static FaultyNetwork before(URI server) throws IOException {
		return new FaultyNetwork(server);
	}

	/**
	 * Where it listens.
	 * @return the port, on the loopback interface
	 */
	public int port() {
		return this.listener.getLocalPort();
	}

	/**
	 * Where the proxy is.
	 * @return its URL
	 */
	public String url() {
		return "http://127.0.0.1:" + port();
	}

	/** Resets all connections; new ones can be made. */
	public void reset() {
		for (Socket socket : this.sockets) {
			reset(socket);
		}
		this.sockets.clear();
	}

	/** Resets all connections and each new one. */
	public void cut() {
		this.refusing = true;
		reset();
	}

	/** Lets no byte through, and keeps the connections open. */
	public synchronized void silence() {
		this.silent = true;
	}

	/** Works again. What was held back since the silence began is lost. */
	public synchronized void heal() {
		reset();
		this.refusing = false;
		this.silent = false;
		notifyAll();
	}

	private void accept() {
		while (!this.listener.isClosed()) {
			try {
				Socket client = this.listener.accept();
				if (this.refusing) {
					reset(client);
				}
				else {
					this.sockets.add(client);
					daemon(() -> tunnel(client));
				}
			}
			catch (IOException ex) {
				return;
			}
		}
	}

	private void tunnel(Socket client) {
		try {
			Socket server = (this.server != null) ? new Socket(this.server.getHost(), this.server.getPort())
					: asked(client);
			this.sockets.add(server);
			daemon(() -> pump(client, server));
			pump(server, client);
		}
		catch (IOException ex) {
			reset(client);
		}
	}

	private static Socket asked(Socket client) throws IOException {
		Matcher target = CONNECT.matcher(head(client.getInputStream()));
		if (!target.matches()) {
			throw new IOException("Not a request to a proxy");
		}
		Socket server = new Socket(target.group(1), Integer.parseInt(target.group(2)));
		client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
		return server;
	}

	private static String head(InputStream in) throws IOException {
		StringBuilder head = new StringBuilder();
		while (head.indexOf("\r\n\r\n") < 0) {
			int next = in.read();
			if (next < 0) {
				return "";
			}
			head.append((char) next);
		}
		return head.substring(0, head.indexOf("\r\n"));
	}

	private void pump(Socket from, Socket to) {
		try {
			InputStream in = from.getInputStream();
			OutputStream out = to.getOutputStream();
			byte[] bytes = new byte[8192];
			for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
				waitWhileSilent();
				out.write(bytes, 0, read);
			}
			to.shutdownOutput();
		}
		catch (IOException ex) {
			reset(from);
			reset(to);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private synchronized void waitWhileSilent() throws InterruptedException {
		while (this.silent) {
			wait();
		}
	}

	private static void reset(Socket socket) {
		try {
			socket.setSoLinger(true, 0);
			socket.close();
		}
		catch (IOException ex) {
			// is closed already
		}
	}

	private static void daemon(Runnable task) {
		Thread thread = new Thread(task, "faulty-network");
		thread.setDaemon(true);
		thread.start();
	}

	@Override
	public void close() {
		try {
			this.listener.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		cut();
	}

}
