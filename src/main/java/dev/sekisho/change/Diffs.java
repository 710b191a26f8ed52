package dev.sekisho.change;

import java.util.List;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;

/**
 * Differences between VirtualServices as text.
 */
final class Diffs {

	private static final int CONTEXT = 4;

	private Diffs() {
	}

	static String unified(@Nullable GenericKubernetesResource before, @Nullable GenericKubernetesResource after) {
		List<String> old = lines(before);
		List<String> lines = UnifiedDiffUtils.generateUnifiedDiff((before != null) ? "live" : "/dev/null",
				(after != null) ? "proposed" : "/dev/null", old, DiffUtils.diff(old, lines(after)), CONTEXT);
		return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
	}

	private static List<String> lines(@Nullable GenericKubernetesResource object) {
		return (object != null) ? Yaml.content(object).lines().toList() : List.of();
	}

}
