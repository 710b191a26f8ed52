package dev.sekisho.check.action;

import java.util.List;

import dev.sekisho.check.Argument;
import dev.sekisho.check.Examination;
import dev.sekisho.check.Need;
import dev.sekisho.check.Occurrence;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;

/**
 * Headers that the gateway, the load balancer or a login relies on are left alone, unless
 * operations on them are allowed.
 */
class ProtectedHeaders implements Rule {

	private static final List<String> NAMES = List.of("host", ":authority", "cookie", "set-cookie", "authorization",
			"forwarded", "x-real-ip");

	private static final List<String> PREFIXES = List.of("x-forwarded-", "x-envoy-", "x-amzn-");

	@Override
	public RuleCode code() {
		return RuleCode.blocking("SKS0608").needing(Need.SHARED_GATEWAY);
	}

	@Override
	public void check(Examination examination, Report report) {
		if (!OffByDefault.PROTECTED_HEADERS.isAllowed(examination)) {
			for (HeaderOperation operation : HeaderOperation.of(examination)) {
				if (isProtected(operation.name())) {
					report.add(this, Occurrence.at(operation.field().path(), Argument.text(operation.name())));
				}
			}
		}
	}

	private static boolean isProtected(String name) {
		return NAMES.contains(name) || PREFIXES.stream().anyMatch(name::startsWith);
	}

}
