package dev.sekisho.endtoend;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.sekisho.routing.Answer;
import dev.sekisho.routing.Route;
import dev.sekisho.routing.RouteAction;

/**
 * What an answer of the engine and a response of Envoy have in common.
 */
final class LiveComparison {

	private LiveComparison() {
	}

	/**
	 * Where they differ.
	 * @param answer what the engine says
	 * @param response what came from Envoy
	 * @return the differences
	 */
	static List<String> differences(Answer answer, RawClient.Response response) {
		List<String> differences = new ArrayList<>();
		if (answer.outcome() == Answer.Outcome.CANT_TELL) {
			return differences;
		}
		if (!answer.statuses().contains(response.status())) {
			differences.add("status expected " + answer.statuses() + " got " + response.status());
		}
		// A fault and a preflight are answered before a route marks its responses.
		if (!response.header(LiveWorld.MARK).isEmpty() || !unmarked(answer)) {
			compare(differences, "winner", winner(answer), response.header(LiveWorld.MARK));
		}
		compare(differences, "location", Objects.requireNonNullElse(answer.location(), ""),
				response.header("location"));
		if (!response.header(Backend.HOST_SEEN).isEmpty()) {
			forwarded(differences, answer, response);
		}
		else if (answer.outcome() == Answer.Outcome.FORWARDED && response.status() == 200) {
			differences.add("no backend answered");
		}
		return differences;
	}

	private static boolean unmarked(Answer answer) {
		return answer.tlsRedirect()
				|| answer.route() != null && answer.route().action() instanceof RouteAction.Forward forward
						&& forward.effects()
							.stream()
							.anyMatch((effect) -> effect.startsWith("fault") || effect.startsWith("cors"));
	}

	private static void forwarded(List<String> differences, Answer answer, RawClient.Response response) {
		String[] body = response.body().split(" ", 2);
		List<String> backends = answer.destinations()
			.stream()
			.map((destination) -> destination.host().split("\\.")[0])
			.toList();
		if (!backends.contains(body[0])) {
			differences.add("backend expected " + backends + " got " + body[0]);
		}
		compare(differences, "upstream path", answer.upstreamPath(), body[1]);
		compare(differences, "upstream host", answer.upstreamHost(), response.header(Backend.HOST_SEEN));
	}

	private static String winner(Answer answer) {
		Route route = answer.route();
		return (route != null) ? route.virtualService() + ":" + route.name() : "";
	}

	private static void compare(List<String> differences, String what, Object expected, Object actual) {
		if (!Objects.equals(expected, actual)) {
			differences.add(what + " expected " + expected + " got " + actual);
		}
	}

}
