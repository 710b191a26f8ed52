package dev.sekisho.check.action;

import java.util.stream.Stream;

import dev.sekisho.check.Examination;
import dev.sekisho.check.Need;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;

/**
 * No route is delegated to another VirtualService, unless that is allowed: what is
 * reviewed here could be changed there.
 */
class DelegateOff implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.blocking("SKS0601").needing(Need.SHARED_GATEWAY);
	}

	@Override
	public void check(Examination examination, Report report) {
		OffByDefault.DELEGATE.report(this, examination, report,
				examination.http().stream().flatMap((entry) -> Stream.of(entry.at("delegate"))));
	}

}
