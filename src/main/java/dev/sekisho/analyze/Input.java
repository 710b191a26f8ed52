package dev.sekisho.analyze;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads manifests from files, folders and standard input: YAML with any number of
 * documents, JSON, and the lists that kubectl prints.
 */
final class Input {

	private static final ObjectMapper JSON = new ObjectMapper(
			JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());

	private final List<Manifest> manifests = new ArrayList<>();

	private final InputStream standard;

	Input(InputStream standard) {
		this.standard = standard;
	}

	List<Manifest> manifests() {
		return this.manifests;
	}

	/**
	 * Reads one source.
	 * @param source a file, a folder, or {@code -} for standard input
	 * @throws InputException if it can't be read
	 */
	void read(String source) {
		if (source.equals("-")) {
			read("standard input", this.standard);
			return;
		}
		Path path = Path.of(source);
		if (!Files.exists(path)) {
			throw new InputException(source + ": there is no such file or folder");
		}
		try (Stream<Path> files = Files.walk(path)) {
			for (Path file : files.filter((found) -> isManifest(path, found)).sorted().toList()) {
				try (InputStream in = Files.newInputStream(file)) {
					read(file.toString(), in);
				}
			}
		}
		catch (IOException ex) {
			throw new InputException(source + ": " + ex.getMessage());
		}
	}

	private static boolean isManifest(Path given, Path file) {
		String name = file.getFileName().toString();
		return Files.isRegularFile(file)
				&& (file.equals(given) || name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json"));
	}

	private void read(String source, InputStream in) {
		try (PushbackReader reader = new PushbackReader(
				new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)))) {
			int first = firstChar(reader);
			if (first == '{' || first == '[') {
				readJson(source, reader);
			}
			else if (first >= 0) {
				ManifestYaml.documents(reader).forEach((document) -> add(source, document));
			}
		}
		catch (YAMLException ex) {
			throw new InputException(source + ": " + ManifestYaml.reason(ex));
		}
		catch (JsonProcessingException ex) {
			throw new InputException(
					source + ": line " + ex.getLocation().getLineNr() + ": " + ex.getOriginalMessage());
		}
		catch (IOException ex) {
			throw new InputException(source + ": " + ex.getMessage());
		}
	}

	private void readJson(String source, Reader reader) throws IOException {
		try (MappingIterator<Object> values = JSON.readerFor(Object.class).readValues(reader)) {
			while (values.hasNextValue()) {
				add(source, values.nextValue());
			}
		}
	}

	private static int firstChar(PushbackReader reader) throws IOException {
		int ch = reader.read();
		while (ch == ' ' || ch == '\n' || ch == '\r' || ch == '\t' || ch == 0xFEFF) {
			ch = reader.read();
		}
		if (ch >= 0) {
			reader.unread(ch);
		}
		return ch;
	}

	private void add(String source, Object document) {
		if (document instanceof List<?> items) {
			items.forEach((item) -> add(source, item));
		}
		else if (document instanceof Map<?, ?> map) {
			Object kind = map.get("kind");
			if (map.get("items") instanceof List<?> items && String.valueOf(kind).endsWith("List")) {
				items.forEach((item) -> add(source, item));
			}
			else if (kind instanceof String) {
				this.manifests.add(Manifest.of(source, map));
			}
			else {
				throw new InputException(source + ": a document has no kind");
			}
		}
		else if (document != null) {
			throw new InputException(source + ": a document is not an object");
		}
	}

}
