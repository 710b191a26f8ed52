package dev.sekisho.check.action;

import java.util.List;

import dev.sekisho.check.Argument;
import dev.sekisho.check.Examination;
import dev.sekisho.check.Located;
import dev.sekisho.check.Occurrence;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;
import dev.sekisho.routing.ObjectName;

/**
 * A delegated route comes out at the other end: the delegate exists, is seen from here,
 * and its matches fit. Otherwise istiod drops the entry and only logs it.
 */
class BrokenDelegate implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.warning("SKS0620");
	}

	@Override
	public void check(Examination examination, Report report) {
		if (!OffByDefault.DELEGATE.isAllowed(examination)) {
			return;
		}
		for (Located entry : examination.http()) {
			Located delegate = entry.at("delegate");
			if (!delegate.at("name").text().isEmpty() && !hasRoutes(examination, entry)) {
				String namespace = delegate.at("namespace").text();
				ObjectName name = new ObjectName(namespace.isEmpty() ? examination.namespace() : namespace,
						delegate.at("name").text());
				report.add(this, Occurrence.at(delegate.path(), Argument.routes(List.of(name))));
			}
		}
	}

	private static boolean hasRoutes(Examination examination, Located entry) {
		return examination.routes()
			.stream()
			.anyMatch((placed) -> entry.path().equals("/spec/http/" + placed.route().httpIndex()));
	}

}
