package dev.sekisho.check;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gathers findings.
 */
public class Report {

	private static final int MOST = 200;

	private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::severity)
		.thenComparing(Finding::acknowledge, Comparator.reverseOrder());

	private final Map<String, Finding> findings = new LinkedHashMap<>();

	/**
	 * Adds a finding; the same one is kept once.
	 * @param rule whose it is
	 * @param occurrence what was found
	 */
	public void add(Rule rule, Occurrence occurrence) {
		add(rule.code(), occurrence);
	}

	void add(RuleCode code, Occurrence occurrence) {
		if (this.findings.size() >= MOST) {
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
