package dev.sekisho.chain;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Selecting by labels, as Services and Istio's Gateways do.
 */
final class Labels {

	private Labels() {
	}

	/**
	 * Whether a selector chooses an object. An empty selector chooses nothing here: for a
	 * Service it means that somebody else writes the endpoints.
	 * @param selector the selector
	 * @param labels the object's labels
	 * @return {@code true} if every label of the selector is there
	 */
	static boolean select(Map<String, String> selector, Map<String, String> labels) {
		return !selector.isEmpty() && labels.entrySet().containsAll(selector.entrySet());
	}

	/**
	 * Writes a selector as kubectl takes it.
	 * @param selector the selector
	 * @return such as {@code app=orders,tier=web}
	 */
	static String text(Map<String, String> selector) {
		return new TreeMap<>(selector).entrySet()
			.stream()
			.map((label) -> label.getKey() + "=" + label.getValue())
			.collect(Collectors.joining(","));
	}

}
