package dev.sekisho.review;

import java.util.List;

import dev.sekisho.change.ImpactView;
import dev.sekisho.change.Preview;
import dev.sekisho.check.Finding;
import dev.sekisho.check.Severity;

/**
 * What a waiting change would do, in numbers that fit one line. Names every namespace:
 * for who may approve on the shared gateway.
 *
 * @param impact the traffic impact
 * @param acknowledge how many findings have to be acknowledged
 * @param warnings how many other warnings there are
 * @param blocking how many findings block it
 */
public record Outlook(ImpactView impact, int acknowledge, int warnings, int blocking) {

	static Outlook of(Preview preview) {
		List<Finding> findings = preview.verdict().findings();
		int acknowledge = (int) findings.stream().filter(Finding::acknowledge).count();
		int warnings = count(findings, Severity.WARNING) - acknowledge;
		return new Outlook(ImpactView.of(preview.verdict().impact(), (namespace) -> true), acknowledge, warnings,
				count(findings, Severity.BLOCKING));
	}

	private static int count(List<Finding> findings, Severity severity) {
		return (int) findings.stream().filter((finding) -> finding.severity() == severity).count();
	}

}
