package dev.sekisho.check.action;

import java.util.stream.Stream;

import dev.sekisho.check.Examination;
import dev.sekisho.check.Need;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;

/**
 * The gateway answers nothing by itself, unless that is allowed.
 */
class DirectResponseOff implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.blocking("SKS0605").needing(Need.SHARED_GATEWAY);
	}

	@Override
	public void check(Examination examination, Report report) {
		OffByDefault.DIRECT_RESPONSE.report(this, examination, report,
				examination.http().stream().flatMap((entry) -> Stream.of(entry.at("directResponse"))));
	}

}
