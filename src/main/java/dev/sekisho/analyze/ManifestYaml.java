package dev.sekisho.analyze;

import java.util.function.Consumer;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
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

	private static final String MARK = "---";

	private final String source;

	private final String text;

	private final Consumer<Object> action;

	private @Nullable Yaml parser;

	private int line;

	private int counted;

	private ManifestYaml(String source, String text, Consumer<Object> action) {
		this.source = source;
		this.text = text;
		this.action = action;
	}

	/**
	 * Reads all documents of a text: plain ones quickly, others by a full parser.
	 * @param source where the text comes from
	 * @param text the text
	 * @param action gets each document that isn't empty
	 * @throws InputException if the text isn't YAML
	 */
	static void documents(String source, String text, Consumer<Object> action) {
		ManifestYaml yaml = new ManifestYaml(source, text, action);
		if (text.startsWith("%") || text.contains("\n%") || text.contains("\n...")) {
			yaml.full(0, text.length());
			return;
		}
		int from = 0;
		while (from < text.length()) {
			int to = yaml.mark(from + 1);
			yaml.document(from, to);
			from = to;
		}
	}

	// The next line that starts a document, at or after a place.
	private int mark(int from) {
		int at = this.text.indexOf("\n" + MARK, from - 1);
		while (at >= 0) {
			int end = at + 1 + MARK.length();
			if (end == this.text.length() || " \t\r\n".indexOf(this.text.charAt(end)) >= 0) {
				return at + 1;
			}
			at = this.text.indexOf("\n" + MARK, end);
		}
		return this.text.length();
	}

	private void document(int from, int to) {
		int start = from;
		if (this.text.startsWith(MARK, from)) {
			int lineEnd = this.text.indexOf('\n', from);
			start = (lineEnd < 0) ? to : Math.min(to, lineEnd + 1);
			if (!this.text.substring(from, start).strip().equals(MARK)) {
				full(from, to);
				return;
			}
		}
		Object plain = PlainYaml.read(this.text, start, to);
		if (plain != null) {
			this.action.accept(plain);
		}
		else {
			full(from, to);
		}
	}

	private void full(int from, int to) {
		for (; this.counted < from; this.counted++) {
			this.line += (this.text.charAt(this.counted) == '\n') ? 1 : 0;
		}
		Yaml yaml = (this.parser != null) ? this.parser : parser();
		this.parser = yaml;
		try {
			for (Object document : yaml.loadAll(this.text.substring(from, to))) {
				if (document != null) {
					this.action.accept(document);
				}
			}
		}
		catch (YAMLException ex) {
			throw new InputException(this.source + ": " + reason(ex));
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

	private String reason(YAMLException ex) {
		if (ex instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
			return "line " + (this.line + marked.getProblemMark().getLine() + 1) + ": " + marked.getProblem();
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
