package dev.sekisho.route.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.sekisho.routing.Answer;
import dev.sekisho.routing.Route;
import dev.sekisho.routing.RouteAction;
import dev.sekisho.routing.VirtualHost;
import dev.sekisho.routing.table.RouteTable;
import dev.sekisho.web.VisibleText;

/**
 * Puts answers in words.
 */
@Component
class AnswerViews {

	/** What the engine can't tell, by the words it says it with. */
	private static final Map<String, String> CANT_TELL = Map.of("the port isn't served as plain HTTP on every address",
			"tls", "CONNECT isn't modelled", "connect", "the route depends on the claims of a token", "claims",
			"a regex of the route can't be compiled", "regex");

	private final DestinationStates destinations;

	private final RouteTexts texts;

	AnswerViews(DestinationStates destinations, RouteTexts texts) {
		this.destinations = destinations;
		this.texts = texts;
	}

	AnswerView of(Simulation simulation, RouteTable table, Answer answer, Reader reader, Locale locale) {
		Route route = answer.route();
		Route seen = (route != null && reader.sees(route.virtualService().namespace())) ? route : null;
		VirtualHost host = host(table, simulation.request().port(), answer.virtualHost());
		List<RouteFinding> findings = new ArrayList<>();
		boolean down = seen != null && seen.action() instanceof RouteAction.Forward forward
				&& this.destinations.of(forward, findings) == RouteState.DOWN;
		String path = simulation.request().target();
		return new AnswerView(tone(answer, down), headline(answer, route == seen, locale),
				(route != seen) ? this.texts.message("try.outcome.hidden", locale) : sentence(answer, down, locale),
				(seen != null) ? MatchLine.of(MatchView.of(seen.match())) : List.of(),
				(seen != null) ? seen.virtualService().namespace() : "",
				(seen != null) ? seen.virtualService().name() : "",
				(route != null && host != null)
						? this.texts.message("try.position", locale, answer.position() + 1, host.routes().size()) : "",
				(seen != null) ? facts(simulation, seen, answer, findings, locale) : List.of(),
				(host != null) ? why(simulation.tried(), host, locale) : null, text(host, locale),
				new Steps(path, reader, this.texts, locale).of(answer));
	}

	private static String tone(Answer answer, boolean down) {
		return switch (answer.outcome()) {
			case FORWARDED -> down ? "bad" : "ok";
			case REDIRECTED, RESPONDED -> "ok";
			case NO_DESTINATION, NO_LISTENER -> "bad";
			case NOT_FOUND, REFUSED -> "warn";
			case CANT_TELL -> "";
		};
	}

	private String headline(Answer answer, boolean seen, Locale locale) {
		String status = answer.statuses().stream().map(String::valueOf).collect(Collectors.joining(", "));
		return switch (answer.outcome()) {
			case FORWARDED, NO_DESTINATION -> seen ? destinations(answer) : this.texts.message("hidden", locale);
			case REDIRECTED -> status + " → " + VisibleText.of(String.valueOf(answer.location()));
			case RESPONDED, NOT_FOUND, REFUSED -> status;
			case NO_LISTENER, CANT_TELL -> this.texts.message("try.outcome." + code(answer) + ".title", locale);
		};
	}

	private static String destinations(Answer answer) {
		long sum = answer.destinations().stream().mapToLong(RouteAction.Destination::weight).sum();
		boolean several = answer.destinations().size() > 1 && sum > 0;
		return answer.destinations()
			.stream()
			.map((destination) -> VisibleText.of(ActionView.Destination.of(destination).shortName(""))
					+ (several ? " · " + Math.round(destination.weight() * 100.0 / sum) + "%" : ""))
			.collect(Collectors.joining(", "));
	}

	private String sentence(Answer answer, boolean down, Locale locale) {
		if (answer.outcome() == Answer.Outcome.CANT_TELL) {
			String key = CANT_TELL.get(answer.cantTell());
			return (key != null) ? this.texts.message("try.cant-tell." + key, locale)
					: this.texts.message("try.cant-tell.other", locale, answer.cantTell());
		}
		if (answer.outcome() == Answer.Outcome.NOT_FOUND && answer.virtualHost() == null) {
			return this.texts.message("try.outcome.no-host", locale);
		}
		if (answer.tlsRedirect()) {
			return this.texts.message("try.outcome.tls-redirect", locale);
		}
		return this.texts.message("try.outcome." + (down ? "down" : code(answer)), locale);
	}

	private List<AnswerView.Fact> facts(Simulation simulation, Route route, Answer answer, List<RouteFinding> findings,
			Locale locale) {
		List<AnswerView.Fact> facts = new ArrayList<>();
		if (answer.upstreamPath() != null) {
			boolean same = answer.upstreamPath().equals(simulation.request().target());
			String host = String.valueOf(answer.upstreamHost());
			String upstream = simulation.request().method() + " " + answer.upstreamPath();
			facts.add(fact("upstream",
					this.texts.message(same ? "try.upstream.same" : "try.upstream.rewritten", locale, upstream, host),
					locale));
		}
		if (route.action() instanceof RouteAction.Forward forward) {
			String timeout = (forward.timeout() != null) ? this.texts.message("try.timeout", locale, forward.timeout())
					: this.texts.message("try.timeout.none", locale);
			String retries = (forward.retries() < 0) ? this.texts.message("try.retries.default", locale)
					: this.texts.message("try.retries", locale, forward.retries());
			facts.add(fact("limits", timeout + this.texts.message("list.separator", locale) + retries, locale));
		}
		findings.forEach((finding) -> facts.add(fact("ready", this.texts.destination(finding, locale), locale)));
		return facts;
	}

	private AnswerView.Fact fact(String label, String text, Locale locale) {
		return new AnswerView.Fact(this.texts.message("try.fact." + label, locale), text);
	}

	private String why(TriedRequest tried, VirtualHost host, Locale locale) {
		String domain = host.domains().get(0);
		String kind = domain.equals("*") ? (tried.anyHost() ? "any-host" : "any")
				: (domain.startsWith("*.") ? "wildcard" : "exact");
		return this.texts.message("try.host." + kind, locale, tried.host(), domain, host.routes().size());
	}

	private String text(@Nullable VirtualHost host, Locale locale) {
		return (host != null)
				? this.texts.message("try.host", locale, String.join(", ", host.domains()), host.routes().size()) : "";
	}

	private static @Nullable VirtualHost host(RouteTable table, int port, @Nullable String name) {
		return table.virtualHosts(port).stream().filter((host) -> host.name().equals(name)).findFirst().orElse(null);
	}

	private static String code(Answer answer) {
		return answer.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
