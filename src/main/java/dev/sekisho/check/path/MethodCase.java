package dev.sekisho.check.path;

import java.util.List;
import java.util.Locale;

import dev.sekisho.check.Argument;
import dev.sekisho.check.Examination;
import dev.sekisho.check.Fix;
import dev.sekisho.check.JsonPatchOperation;
import dev.sekisho.check.Located;
import dev.sekisho.check.Occurrence;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;

/**
 * A method is written in capitals, as clients send it. Methods are compared by case.
 */
class MethodCase implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.warning("SKS0312");
	}

	@Override
	public void check(Examination examination, Report report) {
		for (Located match : examination.matches()) {
			Located method = field(match);
			if (applies(match)) {
				report.add(this,
						Occurrence.at(method.path(), Argument.text(method.text()))
							.repairedBy(new Fix("check.fix.upper-case", List.of(new JsonPatchOperation("replace",
									method.path(), method.text().toUpperCase(Locale.ROOT))))));
			}
		}
	}

	static boolean applies(Located match) {
		String method = field(match).text();
		return !method.isEmpty() && !method.equals(method.toUpperCase(Locale.ROOT))
				&& method.chars().allMatch(Character::isLetter);
	}

	private static Located field(Located match) {
		Located method = match.at("method");
		return method.at("exact").isText() ? method.at("exact") : method.at("prefix");
	}

}
