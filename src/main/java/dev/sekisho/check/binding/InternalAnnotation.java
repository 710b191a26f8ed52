package dev.sekisho.check.binding;

import dev.sekisho.check.Argument;
import dev.sekisho.check.Examination;
import dev.sekisho.check.Located;
import dev.sekisho.check.Occurrence;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;

/**
 * No annotation {@code internal.istio.io/*} is set. Istio keeps them for what it
 * generates itself; {@code route-semantics} changes order, prefixes and checks.
 */
class InternalAnnotation implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.blocking("SKS0130");
	}

	@Override
	public void check(Examination examination, Report report) {
		Located annotations = new Located("/metadata/annotations",
				examination.manifest().path("metadata").path("annotations"));
		for (Located annotation : annotations.fields()) {
			if (annotation.name().startsWith("internal.istio.io/")) {
				report.add(this, Occurrence.at(annotation.path(), Argument.text(annotation.name()))
					.repairedBy(Removal.of("check.fix.remove-annotation", annotation)));
			}
		}
	}

}
