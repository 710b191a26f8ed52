package dev.sekisho.routing.impact;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.Answer;
import dev.sekisho.routing.HttpRequest;
import dev.sekisho.routing.Route;
import dev.sekisho.routing.table.RouteTable;

/**
 * The tables' own view of a request.
 *
 * @param request the request, as natural as can be
 * @param certain whether both tables confirm it
 */
record Witness(HttpRequest request, boolean certain) {

	static Witness of(HttpRequest request, RouteTable before, @Nullable Route one, RouteTable after,
			@Nullable Route other) {
		for (HttpRequest candidate : naturalForms(request)) {
			if (answers(before, candidate, one) && answers(after, candidate, other)) {
				return new Witness(candidate, true);
			}
		}
		return new Witness(request, false);
	}

	private static List<HttpRequest> naturalForms(HttpRequest request) {
		String target = request.target();
		List<HttpRequest> forms = new ArrayList<>();
		if (target.length() > 1 && target.endsWith("/")) {
			forms.add(
					new HttpRequest(request.port(), request.method(), request.host(), target + "1", request.headers()));
		}
		forms.add(request);
		return forms;
	}

	private static boolean answers(RouteTable table, HttpRequest request, @Nullable Route route) {
		Answer answer = table.answer(request);
		return answer.outcome() != Answer.Outcome.CANT_TELL
				&& Impact.identity(answer.route()).equals(Impact.identity(route));
	}

}
