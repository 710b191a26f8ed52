package dev.sekisho.routing.validation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes a match so that two that mean the same to istiod look the same: names are left
 * out, so are fields with their zero value, and the order of keys doesn't matter.
 */
final class ProtoText {

	// Present even when they are empty, other than maps.
	private static final Set<String> STRING_MATCHES = Set.of("uri", "scheme", "method", "authority");

	private ProtoText() {
	}

	static String of(Node match) {
		Map<String, String> fields = new TreeMap<>();
		for (Node.Member field : match.members()) {
			if (!field.name().equals("name") && !isZero(field)) {
				fields.put(field.name(), value(field.node()));
			}
		}
		return fields.toString();
	}

	private static boolean isZero(Node.Member field) {
		Node node = field.node();
		if (node.value() instanceof Map<?, ?>) {
			return !STRING_MATCHES.contains(field.name()) && !node.isFilled();
		}
		return !node.exists() || Boolean.FALSE.equals(node.value()) || "".equals(node.value())
				|| (node.value() instanceof Number && node.decimal() == 0)
				|| (node.value() instanceof List<?> && !node.isFilled());
	}

	private static String value(Node node) {
		if (node.value() instanceof Map<?, ?>) {
			Map<String, String> members = new TreeMap<>();
			node.members().forEach((member) -> members.put(quoted(member.name()), value(member.node())));
			return members.toString();
		}
		if (node.value() instanceof List<?>) {
			return node.items().stream().map(ProtoText::value).toList().toString();
		}
		Long number = node.wholeNumber();
		return (number != null) ? number.toString() : quoted(String.valueOf(node.value()));
	}

	private static String quoted(String text) {
		return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
	}

}
