package dev.sekisho.routing.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rules of one VirtualService that an earlier rule of it leaves nothing to, as far as
 * istiod looks ({@code analyzeUnreachableHTTPRules}).
 */
final class UnusedRules {

	private final Defects defects;

	private final List<PrefixCondition> prefixes = new ArrayList<>();

	UnusedRules(Defects defects) {
		this.defects = defects;
	}

	void check(Node spec) {
		rules(spec.at("http").items());
		covered();
		this.prefixes.clear();
		rules(spec.at("tcp").items());
		rules(spec.at("tls").items());
	}

	private void rules(List<Node> rules) {
		Map<String, Integer> seen = new HashMap<>();
		boolean catchAll = false;
		for (int i = 0; i < rules.size(); i++) {
			Node rule = rules.get(i);
			List<Node> matches = rule.at("match").items();
			if (matches.isEmpty()) {
				if (catchAll) {
					this.defects.add(Law.SECOND_CATCH_ALL, rule, i);
				}
				catchAll = true;
			}
			else if (catchAll) {
				matches.forEach((match) -> this.defects.add(Law.AFTER_CATCH_ALL, match));
			}
			else {
				matches(rule, i, matches, seen);
			}
		}
	}

	private void matches(Node rule, int index, List<Node> matches, Map<String, Integer> seen) {
		int repeated = 0;
		for (Node match : matches) {
			Integer before = seen.putIfAbsent(ProtoText.of(match), index);
			if (before != null) {
				this.defects.add(Law.REPEATED_MATCH, match, before);
				repeated++;
			}
			else if (!match.at("uri").text("prefix").isEmpty()) {
				this.prefixes.add(PrefixCondition.of(match, index));
			}
		}
		if (repeated == matches.size()) {
			this.defects.add(Law.REPEATED_RULE, rule, index);
		}
	}

	private void covered() {
		for (int i = 0; i < this.prefixes.size(); i++) {
			for (int j = i + 1; j < this.prefixes.size(); j++) {
				PrefixCondition earlier = this.prefixes.get(i);
				PrefixCondition later = this.prefixes.get(j);
				if (earlier.covers(later)) {
					this.defects.add(Law.COVERED_PREFIX, later.match(), later.prefix(), earlier.prefix(),
							earlier.rule());
				}
			}
		}
	}

	/**
	 * What istiod compares of a match by prefix.
	 *
	 * @param match the match
	 * @param rule the index of its rule
	 * @param prefix its prefix
	 * @param conditions what else it asks for: keys of {@code headers},
	 * {@code queryParams} and {@code withoutHeaders} after the name of the field
	 */
	private record PrefixCondition(Node match, int rule, String prefix, Map<String, String> conditions) {

		static PrefixCondition of(Node match, int rule) {
			Map<String, String> conditions = new HashMap<>();
			String method = value(match.at("method"));
			conditions.put("method", method.isEmpty() ? "exact:GET" : method);
			conditions.put("authority", value(match.at("authority")));
			for (String field : new String[] { "headers", "queryParams", "withoutHeaders" }) {
				match.at(field)
					.members()
					.forEach((member) -> conditions.put(field + " " + member.name(), value(member.node())));
			}
			return new PrefixCondition(match, rule, match.at("uri").text("prefix"), conditions);
		}

		// Odd, but so it is: of two different values the earlier must be the longer one.
		boolean covers(PrefixCondition later) {
			return !later.prefix.equals(this.prefix) && later.prefix.startsWith(this.prefix)
					&& later.match.at("port").integer() == this.match.at("port").integer()
					&& later.conditions.keySet().equals(this.conditions.keySet())
					&& this.conditions.entrySet()
						.stream()
						.allMatch((condition) -> condition.getValue()
							.startsWith(later.conditions.getOrDefault(condition.getKey(), "")));
		}

		private static String value(Node match) {
			for (String kind : new String[] { "exact", "prefix" }) {
				if (!match.text(kind).isEmpty()) {
					return kind + ":" + match.text(kind);
				}
			}
			return "";
		}

	}

}
