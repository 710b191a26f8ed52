package dev.sekisho.check.action;

import java.util.stream.Stream;

import dev.sekisho.check.Examination;
import dev.sekisho.check.Need;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;

/**
 * No request is redirected, unless that is allowed.
 */
class RedirectOff implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.blocking("SKS0604").needing(Need.SHARED_GATEWAY);
	}

	@Override
	public void check(Examination examination, Report report) {
		OffByDefault.REDIRECT.report(this, examination, report,
				examination.http().stream().flatMap((entry) -> Stream.of(entry.at("redirect"))));
	}

}
