package dev.sekisho.check.traffic;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.sekisho.check.Argument;
import dev.sekisho.check.Examination;
import dev.sekisho.check.Need;
import dev.sekisho.check.Occurrence;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;
import dev.sekisho.routing.ObjectName;
import dev.sekisho.routing.Route;
import dev.sekisho.routing.impact.TrafficImpact.Kind;
import dev.sekisho.routing.impact.TrafficImpact.Moved;

/**
 * Requests that another namespace's route answers go on being answered by it. What only
 * falls to a catch-all of another namespace today may move, and what a new host captures
 * is another rule's.
 */
class TakesOver implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.acknowledge("SKS0501").like("KIA1106").needing(Need.CHANGE);
	}

	@Override
	public void check(Examination examination, Report report) {
		Set<String> lost = new HashSet<>();
		ShadowsOthers.lost(examination).forEach((problem) -> lost.add(identity(problem.route())));
		Map<List<Object>, Moved> first = new LinkedHashMap<>();
		for (Moved moved : examination.impact().moved()) {
			Route before = moved.before();
			if (before != null && !Said.own(examination, before) && isTaken(moved)
					&& !lost.contains(identity(before))) {
				first.putIfAbsent(List.of(moved.virtualHost(), before.virtualService()), moved);
			}
		}
		first.forEach((key, moved) -> report.add(this, takeover(examination, (ObjectName) key.get(1), moved)));
	}

	private static boolean isTaken(Moved moved) {
		return moved.kind() != Kind.MOVES_FROM_CATCH_ALL && moved.kind() != Kind.HOST_CAPTURED
				&& (moved.certain() || !isTriedLater(moved.after(), moved.before()));
	}

	// What a search can't tell, the order may: a younger route takes nothing.
	private static boolean isTriedLater(@Nullable Route after, @Nullable Route before) {
		if (after == null || before == null || before.rank().catchAll()
				|| after.rank().bucket() != before.rank().bucket()) {
			return false;
		}
		Instant created = after.rank().created();
		Instant older = before.rank().created();
		return older != null && (created == null || created.isAfter(older));
	}

	private static Occurrence takeover(Examination examination, ObjectName loser, Moved moved) {
		Route after = moved.after();
		boolean own = after != null && after.virtualService().equals(examination.virtualService());
		String path = (after != null && own) ? examination.pointer(after) : "";
		String how = own ? "takeover.here" : "takeover.elsewhere";
		return Occurrence.at(path, Argument.routes(List.of(loser)), Argument.text(moved.virtualHost()))
			.saying(Said.witness(moved.witness(), moved.virtualHost()),
					Argument.message(moved.certain() ? ((after != null) ? how : "takeover.404") : "takeover.perhaps"));
	}

	private static String identity(Route route) {
		return route.virtualService() + " " + route.contentHash();
	}

}
