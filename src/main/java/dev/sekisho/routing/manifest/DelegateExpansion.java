package dev.sekisho.routing.manifest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.ObjectName;
import dev.sekisho.routing.StringMatch;

/**
 * Puts the routes of delegate VirtualServices in the place of the entries that delegate
 * to them (pilot/pkg/model/virtualservice.go).
 */
public final class DelegateExpansion {

	private final Function<ObjectName, @Nullable VirtualServiceConfig> virtualServices;

	/**
	 * An expansion.
	 * @param virtualServices finds a VirtualService by its name
	 */
	public DelegateExpansion(Function<ObjectName, @Nullable VirtualServiceConfig> virtualServices) {
		this.virtualServices = virtualServices;
	}

	/**
	 * Puts the delegates' entries in the place of those that name them.
	 * @param root the VirtualService that names delegates
	 * @return the VirtualService with their entries
	 */
	public VirtualServiceConfig expand(VirtualServiceConfig root) {
		if (!root.hasDelegates()) {
			return root;
		}
		List<HttpEntry> entries = new ArrayList<>();
		for (HttpEntry entry : root.http()) {
			if (entry.delegate() == null) {
				entries.add(entry);
			}
			else {
				entries.addAll(expand(root, entry, entry.delegate()));
			}
		}
		return root.withHttp(entries);
	}

	private List<HttpEntry> expand(VirtualServiceConfig root, HttpEntry entry, ObjectName reference) {
		String namespace = reference.namespace().isEmpty() ? root.name().namespace() : reference.namespace();
		VirtualServiceConfig delegate = this.virtualServices.apply(new ObjectName(namespace, reference.name()));
		if (delegate == null || !delegate.isDelegate() || !delegate.isExportedTo(root.name().namespace())) {
			return List.of();
		}
		List<HttpEntry> merged = new ArrayList<>();
		for (HttpEntry leaf : delegate.http()) {
			List<MatchBlock> matches = mergeMatches(entry.matches(), leaf.matches());
			if (matches != null) {
				merged.add(new HttpEntry(entry.index(), join(entry.name(), leaf.name()), matches, null,
						leaf.action().orElse(entry.action())));
			}
		}
		return merged;
	}

	private static @Nullable List<MatchBlock> mergeMatches(List<MatchBlock> roots, List<MatchBlock> leaves) {
		if (roots.isEmpty() || leaves.isEmpty()) {
			return roots.isEmpty() ? leaves : roots;
		}
		List<MatchBlock> merged = new ArrayList<>();
		for (MatchBlock leaf : leaves) {
			List<MatchBlock> pairs = roots.stream()
				.filter((root) -> !conflict(root, leaf))
				.map((root) -> merge(root, leaf))
				.toList();
			if (pairs.isEmpty()) {
				return null;
			}
			merged.addAll(pairs);
		}
		return merged;
	}

	private static MatchBlock merge(MatchBlock root, MatchBlock leaf) {
		return new MatchBlock(join(root.name(), leaf.name()), or(leaf.uri(), root.uri()), leaf.ignoreUriCase(),
				or(leaf.scheme(), root.scheme()), or(leaf.method(), root.method()),
				or(leaf.authority(), root.authority()), union(root.headers(), leaf.headers()),
				union(root.withoutHeaders(), leaf.withoutHeaders()), union(root.queryParams(), leaf.queryParams()),
				(leaf.port() != 0) ? leaf.port() : root.port(),
				leaf.gateways().isEmpty() ? root.gateways() : leaf.gateways(),
				union(root.sourceLabels(), leaf.sourceLabels()),
				leaf.sourceNamespace().isEmpty() ? root.sourceNamespace() : leaf.sourceNamespace());
	}

	private static boolean conflict(MatchBlock root, MatchBlock leaf) {
		return conflict(root.uri(), leaf.uri()) || conflict(root.scheme(), leaf.scheme())
				|| conflict(root.method(), leaf.method()) || conflict(root.authority(), leaf.authority())
				|| conflict(root.headers(), leaf.headers()) || conflict(root.withoutHeaders(), leaf.withoutHeaders())
				|| conflict(root.queryParams(), leaf.queryParams()) || root.ignoreUriCase() != leaf.ignoreUriCase()
				|| (root.port() != 0 && leaf.port() != 0 && root.port() != leaf.port())
				|| (!root.sourceNamespace().isEmpty() && !root.sourceNamespace().equals(leaf.sourceNamespace()))
				|| labelsConflict(root, leaf) || gatewaysConflict(root.gateways(), leaf.gateways());
	}

	private static boolean labelsConflict(MatchBlock root, MatchBlock leaf) {
		return leaf.sourceLabels().entrySet().stream().anyMatch((label) -> {
			String value = root.sourceLabels().get(label.getKey());
			return value != null && !value.equals(label.getValue());
		});
	}

	private static boolean gatewaysConflict(List<String> roots, List<String> leaves) {
		if (roots.isEmpty() || leaves.isEmpty()) {
			return false;
		}
		return roots.size() < leaves.size() || !Set.copyOf(roots).containsAll(leaves);
	}

	private static boolean conflict(Map<String, StringMatch> roots, Map<String, StringMatch> leaves) {
		return leaves.entrySet().stream().anyMatch((leaf) -> conflict(roots.get(leaf.getKey()), leaf.getValue()));
	}

	private static boolean conflict(@Nullable StringMatch root, @Nullable StringMatch leaf) {
		if (root == null || leaf == null) {
			return false;
		}
		if (root.value().isEmpty()) {
			return true;
		}
		boolean leafHasValue = !leaf.value().isEmpty();
		return switch (root.kind()) {
			case EXACT -> leaf.kind() != StringMatch.Kind.EXACT || !Objects.equals(leaf.value(), root.value());
			case PREFIX ->
				!leafHasValue || leaf.kind() == StringMatch.Kind.REGEX || !leaf.value().startsWith(root.value());
			case REGEX, PRESENT -> true;
		};
	}

	private static <T> @Nullable T or(@Nullable T value, @Nullable T other) {
		return (value != null) ? value : other;
	}

	private static <T> Map<String, T> union(Map<String, T> roots, Map<String, T> leaves) {
		Map<String, T> union = new LinkedHashMap<>(roots);
		union.putAll(leaves);
		return union;
	}

	private static String join(String root, String leaf) {
		if (root.isEmpty() || leaf.isEmpty()) {
			return root + leaf;
		}
		return root + "-" + leaf;
	}

}
