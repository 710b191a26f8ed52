package dev.sekisho.check.action;

import java.util.stream.Stream;

import dev.sekisho.check.Examination;
import dev.sekisho.check.Need;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;

/**
 * No requests are copied to another destination, unless that is allowed.
 */
class MirrorOff implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.blocking("SKS0602").needing(Need.SHARED_GATEWAY);
	}

	@Override
	public void check(Examination examination, Report report) {
		OffByDefault.MIRROR.report(this, examination, report,
				examination.http().stream().flatMap((entry) -> Stream.of(entry.at("mirror"), entry.at("mirrors"))));
	}

}
