package dev.sekisho.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.databind.JsonNode;

import dev.sekisho.sandbox.store.Json;

/**
 * What can be broken, read from {@code faults.yaml}.
 */
final class FaultCatalog {

	private static final String FILE = "/dev/sekisho/sandbox/faults.yaml";

	private static final String ROUTE = "<route>";

	private final String text;

	FaultCatalog() {
		try (InputStream yaml = Objects.requireNonNull(FaultCatalog.class.getResourceAsStream(FILE), FILE)) {
			this.text = new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(FILE, ex);
		}
	}

	/**
	 * The faults of one route.
	 * @param route the route's namespace, which has a Service of the same name
	 * @return the faults, in the order of the hops
	 */
	List<Entry> of(String route) {
		try {
			List<Entry> entries = new ArrayList<>();
			Json.YAML.readTree(this.text.replace(ROUTE, route)).forEach((entry) -> entries.add(Entry.of(entry)));
			return entries;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(FILE, ex);
		}
	}

	/**
	 * A fault and what it does.
	 *
	 * @param name its name
	 * @param hop the hop it breaks
	 * @param steps what it does, in order
	 */
	record Entry(String name, String hop, List<FaultStep> steps) {

		private static Entry of(JsonNode entry) {
			List<FaultStep> steps = new ArrayList<>();
			entry.path("steps").forEach((step) -> steps.add(FaultStep.of(step)));
			return new Entry(Json.text(entry, "name"), Json.text(entry, "hop"), List.copyOf(steps));
		}

	}

}
