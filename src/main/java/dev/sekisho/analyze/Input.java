package dev.sekisho.analyze;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads manifests from files, folders and standard input: YAML with any number of
 * documents, JSON, and the lists that kubectl prints.
 */
final class Input {

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
			readStandard();
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

	private void readStandard() {
		try {
			read("standard input", this.standard);
		}
		catch (IOException ex) {
			throw new InputException("standard input: " + ex.getMessage());
		}
	}

	private static boolean isManifest(Path given, Path file) {
		String name = file.getFileName().toString();
		return Files.isRegularFile(file)
				&& (file.equals(given) || name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json"));
	}

	private void read(String source, InputStream in) throws IOException {
		String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
		int start = text.startsWith("\uFEFF") ? 1 : 0;
		int first = start;
		while (first < text.length() && " \t\r\n".indexOf(text.charAt(first)) >= 0) {
			first++;
		}
		if (first == text.length()) {
			return;
		}
		if (text.charAt(first) == '{' || text.charAt(first) == '[') {
			ManifestJson.documents(source, text.substring(start), (document) -> add(source, document));
		}
		else {
			ManifestYaml.documents(source, text.substring(start), (document) -> add(source, document));
		}
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
