package dev.sekisho.change.parts;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;

import dev.sekisho.change.Yaml;
import dev.sekisho.web.PlainText;
import dev.sekisho.web.TextDiff;

/**
 * The difference between two VirtualServices, as pages show it.
 *
 * @param text the lines of both
 * @param created whether there was none before
 * @param deleted whether there is none after
 */
public record DiffPart(TextDiff text, boolean created, boolean deleted) {

	private static final int CONTEXT = 3;

	/**
	 * Compares two VirtualServices by what counts of them.
	 * @param before as it is; {@code null} if there is none
	 * @param after as it shall be; {@code null} if there shall be none
	 * @return the difference
	 */
	public static DiffPart between(@Nullable GenericKubernetesResource before,
			@Nullable GenericKubernetesResource after) {
		return new DiffPart(TextDiff.between(lines(before), lines(after), CONTEXT), before == null, after == null);
	}

	/**
	 * Whether the two are the same.
	 * @return {@code true} if no line differs
	 */
	public boolean empty() {
		return this.text.added() == 0 && this.text.removed() == 0;
	}

	private static String lines(@Nullable GenericKubernetesResource object) {
		return (object != null) ? PlainText.lines(Yaml.content(object)) : "";
	}

}
