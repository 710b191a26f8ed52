package dev.sekisho.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Addresses of the page assets, whose names carry a hash of their content, from the
 * manifest that the front end's build writes. Without that build the pages work,
 * unstyled.
 */
public class Assets {

	/** Where assets are served, relative to the application. */
	static final String PATH = "/assets/";

	private static final Logger logger = LoggerFactory.getLogger(Assets.class);

	private static final TypeReference<Map<String, Chunk>> MANIFEST = new TypeReference<>() {
	};

	private static final Chunk NONE = new Chunk("", List.of());

	private final Map<String, Chunk> manifest;

	Assets(Resource manifest) {
		this.manifest = read(manifest);
	}

	/**
	 * The style sheets of every page.
	 * @return paths within the application
	 */
	public List<String> stylesheets() {
		return chunk("src/main.ts").css().stream().map(PATH::concat).toList();
	}

	/**
	 * The script of every page.
	 * @return its path within the application, in a list that is empty without a build
	 */
	public List<String> scripts() {
		return paths("src/main.ts");
	}

	/**
	 * The icon in browser tabs.
	 * @return its path within the application, in a list that is empty without a build
	 */
	public List<String> favicons() {
		return paths("src/favicon.svg");
	}

	/**
	 * Fonts that every page shows at once.
	 * @return paths within the application
	 */
	public List<String> fonts() {
		return this.manifest.values()
			.stream()
			.map(Chunk::file)
			.filter((file) -> file.endsWith(".woff2"))
			.map(PATH::concat)
			.toList();
	}

	/**
	 * The sprite with all icons.
	 * @return its path within the application; empty without a build
	 */
	public String icons() {
		return paths("src/icons.svg").stream().findFirst().orElse("");
	}

	private List<String> paths(String source) {
		String file = chunk(source).file();
		return file.isEmpty() ? List.of() : List.of(PATH + file);
	}

	private Chunk chunk(String source) {
		return this.manifest.getOrDefault(source, NONE);
	}

	private static Map<String, Chunk> read(Resource manifest) {
		if (!manifest.exists()) {
			logger.warn("The pages have no styles and scripts: the build was run with -Dskip.frontend");
			return Map.of();
		}
		try (InputStream content = manifest.getInputStream()) {
			return JsonMapper.shared().readValue(content, MANIFEST);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + manifest, ex);
		}
	}

	/**
	 * What the manifest says of one source file.
	 *
	 * @param file name of the built file
	 * @param css names of the style sheets that belong to it
	 */
	record Chunk(String file, List<String> css) {

		Chunk {
			css = (css != null) ? css : List.of();
		}

	}

}
