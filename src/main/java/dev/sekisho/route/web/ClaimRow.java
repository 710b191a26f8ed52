package dev.sekisho.route.web;

import java.util.ArrayList;
import java.util.List;

import dev.sekisho.route.Claim;

/**
 * A claim as the page shows it.
 *
 * @param namespaces the namespaces the reader sees
 * @param others how many others there are
 * @param labels the labels that choose namespaces, as {@code key=value} or a condition;
 * empty if they are named
 * @param hosts the hosts
 * @param prefixes the path prefixes
 */
record ClaimRow(List<String> namespaces, int others, List<String> labels, List<String> hosts, List<String> prefixes) {

	static ClaimRow of(Claim claim, Reader reader) {
		List<String> seen = claim.namespaces().stream().filter(reader::sees).toList();
		List<String> labels = new ArrayList<>();
		if (claim.selector() != null) {
			claim.selector().matchLabels().forEach((key, value) -> labels.add(key + "=" + value));
			claim.selector()
				.matchExpressions()
				.forEach((one) -> labels.add(one.key() + " " + one.operator() + " " + String.join(", ", one.values())));
		}
		return new ClaimRow(seen, claim.namespaces().size() - seen.size(), labels, claim.hosts(), claim.pathPrefixes());
	}

}
