package dev.sekisho.change.parts;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

import org.springframework.stereotype.Component;

import dev.sekisho.access.Caller;
import dev.sekisho.access.Rights;
import dev.sekisho.change.Preview;
import dev.sekisho.check.Finding;
import dev.sekisho.check.FindingTexts;
import dev.sekisho.check.Severity;

/**
 * Says what a preview says, to one reader.
 */
@Component
public class PreviewParts {

	private final Rights rights;

	private final ChangeTexts texts;

	private final FindingTexts findings;

	private final ImpactWords impact;

	private final VerdictSentence verdict;

	private final Balancers balancers;

	PreviewParts(Rights rights, ChangeTexts texts, FindingTexts findings, ImpactWords impact, VerdictSentence verdict,
			Balancers balancers) {
		this.rights = rights;
		this.texts = texts;
		this.findings = findings;
		this.impact = impact;
		this.verdict = verdict;
		this.balancers = balancers;
	}

	/**
	 * Says a preview.
	 * @param caller the reader
	 * @param preview the preview
	 * @param audience whom the page is for
	 * @param locale the language
	 * @return its parts
	 */
	public PreviewPart of(Caller caller, Preview preview, Audience audience, Locale locale) {
		Predicate<String> sees = sees(caller, preview);
		return new PreviewPart(this.verdict.of(preview, sees, locale), this.impact.of(preview, sees, audience, locale),
				checks(preview, sees, locale), DiffPart.between(preview.live(), preview.proposed()),
				this.balancers.of(preview, sees, locale));
	}

	private Predicate<String> sees(Caller caller, Preview preview) {
		Predicate<String> sees = this.rights.visibility(caller, preview.sharedGateway().name())::sees;
		return sees.or(preview.virtualService().namespace()::equals);
	}

	private CheckPart checks(Preview preview, Predicate<String> sees, Locale locale) {
		List<Finding> found = preview.verdict().findings();
		int blocking = count(found, (finding) -> finding.severity() == Severity.BLOCKING);
		int acknowledge = count(found, Finding::acknowledge);
		int warnings = count(found, (finding) -> finding.severity() == Severity.WARNING && !finding.acknowledge());
		return new CheckPart(found.stream().map((finding) -> line(finding, sees, locale)).toList(), blocking,
				acknowledge, warnings);
	}

	private CheckPart.Line line(Finding finding, Predicate<String> sees, Locale locale) {
		String badge = finding.acknowledge() ? "acknowledge" : finding.severity().name().toLowerCase(Locale.ROOT);
		return new CheckPart.Line(finding.id(), finding.code(), tone(finding.severity()),
				this.texts.text("severity." + badge, locale), this.findings.title(finding, locale),
				this.findings.message(finding, locale, sees), this.findings.why(finding, locale), finding.path(),
				finding.acknowledge(), this.findings.fix(finding, locale).orElse(""));
	}

	private static String tone(Severity severity) {
		return switch (severity) {
			case BLOCKING -> "bad";
			case WARNING -> "warn";
			case NOTICE -> "plan";
		};
	}

	private static int count(List<Finding> findings, Predicate<Finding> condition) {
		return (int) findings.stream().filter(condition).count();
	}

}
