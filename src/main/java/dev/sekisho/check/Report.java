package dev.sekisho.check;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gathers findings.
 */
public class Report {

	private static final String SPEC = "/spec";

	// A rule that finds more says nothing new; and none may crowd out another.
	private static final int MOST_OF_A_RULE = 100;

	private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::severity)
		.thenComparing(Finding::acknowledge, Comparator.reverseOrder());

	private final Map<String, Finding> findings = new LinkedHashMap<>();

	private final Map<String, Integer> counts = new HashMap<>();

	/**
	 * Adds a finding; the same one is kept once.
	 * @param rule whose it is
	 * @param occurrence what was found
	 */
	public void add(Rule rule, Occurrence occurrence) {
		add(rule.code(), occurrence);
	}

	/**
	 * Whether a field, or a part of {@code spec} that it is in, has a finding already.
	 * @param path the JSON pointer of the field
	 * @param severity how grave it is at least
	 * @return {@code false} if nothing as grave was found there
	 */
	public boolean has(String path, Severity severity) {
		return this.findings.values()
			.stream()
			.filter((finding) -> finding.severity().compareTo(severity) <= 0)
			.map(Finding::path)
			.anyMatch((found) -> found.length() > SPEC.length() && (path + "/").startsWith(found + "/"));
	}

	void add(RuleCode code, Occurrence occurrence) {
		if (this.counts.merge(code.code(), 1, Integer::sum) > MOST_OF_A_RULE) {
			return;
		}
		String id = id(code, occurrence);
		Severity severity = (occurrence.severity() != null) ? occurrence.severity() : code.severity();
		boolean acknowledge = code.acknowledge() && severity == Severity.WARNING;
		this.findings.putIfAbsent(id, new Finding(id, code.code(), severity, acknowledge, occurrence.path(),
				occurrence.allArguments(), occurrence.fix()));
	}

	/**
	 * What was found.
	 * @return the findings, the gravest first
	 */
	List<Finding> findings() {
		return this.findings.values().stream().sorted(ORDER).toList();
	}

	private static String id(RuleCode code, Occurrence occurrence) {
		String content = code.code() + '\n' + occurrence.path() + '\n' + String.join("\n", occurrence.arguments());
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(hash, 0, 8);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
