package dev.sekisho.routing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Small cases, written by hand and run through the real components, of the folders of
 * system property {@code sekisho.oracle}.
 */
final class DerivedCases {

	private DerivedCases() {
	}

	/**
	 * Reads the cases of a file.
	 * @param name the file's name
	 * @param field the field of the file that holds them
	 * @return the cases; none if there is no such file
	 * @throws IOException if a file can't be read
	 */
	@SuppressWarnings("unchecked")
	static List<Map<String, Object>> read(String name, String field) throws IOException {
		List<Map<String, Object>> cases = new ArrayList<>();
		for (Path file : files(name)) {
			Map<String, Object> content = new Yaml(new SafeConstructor(new LoaderOptions()))
				.load(Files.readString(file));
			cases.addAll((List<Map<String, Object>>) content.get(field));
		}
		return cases;
	}

	private static List<Path> files(String name) throws IOException {
		List<Path> files = new ArrayList<>();
		for (String folder : System.getProperty("sekisho.oracle", "../shared/oracle").split(File.pathSeparator)) {
			if (Files.isDirectory(Path.of(folder))) {
				try (Stream<Path> found = Files.walk(Path.of(folder))) {
					found.filter((file) -> file.getFileName().toString().equals(name)).sorted().forEach(files::add);
				}
			}
		}
		return files;
	}

}
