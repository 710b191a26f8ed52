package dev.sekisho.check.path;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import dev.sekisho.check.Argument;
import dev.sekisho.check.Examination;
import dev.sekisho.check.Fix;
import dev.sekisho.check.JsonPatchOperation;
import dev.sekisho.check.Located;
import dev.sekisho.check.MatchBlocks;
import dev.sekisho.check.MatchShape;
import dev.sekisho.check.Occurrence;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;

/**
 * Nothing follows a catch-all in a VirtualService. istiod stops there
 * ({@code BuildHTTPRoutesForVirtualService}).
 */
class AfterCatchAll implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.warning("SKS0320").like("IST0130");
	}

	@Override
	public void check(Examination examination, Report report) {
		Located catchAll = null;
		for (Located match : MatchBlocks.of(examination)) {
			if (catchAll != null) {
				Occurrence dropped = Occurrence.at(match.path(), Argument.text(catchAll.path()));
				Fix fix = fix(examination, catchAll, match);
				report.add(this, (fix != null) ? dropped.repairedBy(fix) : dropped);
				return;
			}
			catchAll = isCatchAll(examination, match) ? match : null;
		}
	}

	private static boolean isCatchAll(Examination examination, Located match) {
		return MatchShape.of(match.node(), examination.mesh()) == MatchShape.CATCH_ALL
				&& !SourceMismatch.isFiltered(examination, match.node());
	}

	// The entry moves to the end if it has no other match block and none follows it.
	private static @Nullable Fix fix(Examination examination, Located catchAll, Located dropped) {
		JsonNode http = examination.spec().path("http");
		int index = Integer.parseInt(catchAll.path().split("/")[3]);
		if (http.path(index).path("match").size() > 1 || dropped.path().startsWith("/spec/http/" + index + "/")) {
			return null;
		}
		List<Object> entries = new ArrayList<>();
		http.forEach((entry) -> entries.add(Plain.of(entry)));
		entries.add(entries.remove(index));
		return new Fix("check.fix.last", List.of(new JsonPatchOperation("replace", "/spec/http", entries)));
	}

}
