package dev.sekisho.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/**
 * Where a load balancer listens.
 *
 * @param protocol {@code http} or {@code https}
 * @param port the port
 */
public record AlbListener(String protocol, int port) {

	private static final ObjectMapper MAPPER = new ObjectMapper();

	/**
	 * Reads the annotation {@code listen-ports} as the load balancer controller does: by
	 * default the only listener is HTTPS 443 with a certificate and HTTP 80 without.
	 * @param listenPorts its value, such as {@code [{"HTTP":80},{"HTTPS":443}]}
	 * @param certificate whether a certificate is named
	 * @return the listeners; empty if the value can't be read
	 */
	static List<AlbListener> of(@Nullable String listenPorts, boolean certificate) {
		if (listenPorts == null || listenPorts.isBlank()) {
			return List.of(certificate ? new AlbListener("https", 443) : new AlbListener("http", 80));
		}
		List<AlbListener> listeners = new ArrayList<>();
		try {
			for (JsonNode entry : MAPPER.readTree(listenPorts)) {
				entry.properties()
					.forEach((listener) -> listeners
						.add(new AlbListener(listener.getKey().toLowerCase(Locale.ROOT), listener.getValue().asInt())));
			}
			return listeners;
		}
		catch (JsonProcessingException ex) {
			return List.of();
		}
	}

	static int port(String text) {
		try {
			return Integer.parseInt(text.strip());
		}
		catch (NumberFormatException ex) {
			return 0;
		}
	}

}
