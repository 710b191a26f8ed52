package dev.sekisho.check.validation;

import java.util.List;

import dev.sekisho.check.Argument;
import dev.sekisho.check.Examination;
import dev.sekisho.check.Fix;
import dev.sekisho.check.Occurrence;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;
import dev.sekisho.routing.validation.Defect;
import dev.sekisho.routing.validation.Effect;
import dev.sekisho.routing.validation.Law;

/**
 * A VirtualService breaks no law of the API server, istiod or Envoy. What they would
 * refuse blocks; what istiod warns of is a warning here, too. Where another rule has
 * found something as grave in the same field already, only poison is worth another
 * finding.
 *
 * @param law the law
 */
record LawRule(Law law) implements Rule {

	@Override
	public RuleCode code() {
		RuleCode code = (this.law.effect() == Effect.WARNING) ? RuleCode.warning(this.law.code())
				: RuleCode.blocking(this.law.code());
		return code.like(this.law.analyzerCodes().toArray(String[]::new));
	}

	@Override
	public void check(Examination examination, Report report) {
		for (Defect defect : examination.judgement().defects()) {
			if (defect.law() == this.law && !isSaid(defect, report)) {
				report.add(this, occurrence(defect, examination));
			}
		}
	}

	private boolean isSaid(Defect defect, Report report) {
		return this.law.effect() != Effect.POISON && report.has(defect.path(), code().severity());
	}

	private static Occurrence occurrence(Defect defect, Examination examination) {
		List<String> arguments = defect.arguments().stream().map(Argument::text).toList();
		Occurrence occurrence = Occurrence.at(defect.path(), arguments.toArray(String[]::new));
		Fix fix = new Repair(defect, examination.manifest()).fix();
		return (fix != null) ? occurrence.repairedBy(fix) : occurrence;
	}

}
