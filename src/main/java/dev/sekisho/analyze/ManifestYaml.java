package dev.sekisho.analyze;

import java.util.function.Consumer;
import java.util.regex.Pattern;

import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads YAML as Kubernetes does: plain data only, no timestamps, no duplicate keys, and
 * within limits.
 */
final class ManifestYaml {

	private static final int LARGEST = 512 * 1024 * 1024;

	private static final int MOST_ALIASES = 50;

	private static final int DEEPEST = 100;

	private ManifestYaml() {
	}

	/**
	 * Reads all documents of a text.
	 * @param source where the text comes from
	 * @param text the text
	 * @param action gets each document that isn't empty
	 * @throws InputException if the text isn't YAML
	 */
	static void documents(String source, String text, Consumer<Object> action) {
		try {
			for (Object document : parser().loadAll(text)) {
				if (document != null) {
					action.accept(document);
				}
			}
		}
		catch (YAMLException ex) {
			throw new InputException(source + ": " + reason(ex));
		}
	}

	private static Yaml parser() {
		LoaderOptions options = new LoaderOptions();
		options.setCodePointLimit(LARGEST);
		options.setMaxAliasesForCollections(MOST_ALIASES);
		options.setNestingDepthLimit(DEEPEST);
		options.setAllowDuplicateKeys(false);
		DumperOptions dumper = new DumperOptions();
		return new Yaml(new SafeConstructor(options), new Representer(dumper), dumper, options, new PlainResolver());
	}

	private static String reason(YAMLException ex) {
		if (ex instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
			return "line " + (marked.getProblemMark().getLine() + 1) + ": " + marked.getProblem();
		}
		return String.valueOf(ex.getMessage()).lines().findFirst().orElse("not YAML");
	}

	/**
	 * Leaves times as text.
	 */
	private static final class PlainResolver extends Resolver {

		private static final Pattern NULL = Pattern.compile("^(?:~|null|Null|NULL| )$");

		@Override
		protected void addImplicitResolvers() {
			addImplicitResolver(Tag.BOOL, BOOL, "yYnNtTfFoO");
			addImplicitResolver(Tag.INT, INT, "-+0123456789");
			addImplicitResolver(Tag.FLOAT, FLOAT, "-+0123456789.");
			addImplicitResolver(Tag.MERGE, MERGE, "<");
			addImplicitResolver(Tag.NULL, NULL, "~nN\0");
			addImplicitResolver(Tag.NULL, EMPTY, null);
		}

	}

}
