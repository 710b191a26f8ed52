package dev.sekisho.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;

import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The texts of all modules: each has a pair of files in {@code messages/}, found by
 * looking, so that a new module needs no registration.
 */
class ModuleMessages extends ResourceBundleMessageSource {

	ModuleMessages() {
		setDefaultEncoding("UTF-8");
		setFallbackToSystemLocale(false);
		setBasenames(basenames());
	}

	private static String[] basenames() {
		try {
			return Arrays
				.stream(new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties"))
				.map(Resource::getFilename)
				.filter(Objects::nonNull)
				.filter((name) -> !name.contains("_"))
				.map((name) -> "messages/" + name.substring(0, name.lastIndexOf('.')))
				.distinct()
				.sorted()
				.toArray(String[]::new);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot list the message files", ex);
		}
	}

}
