package dev.sekisho.change.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.sekisho.change.Action;
import dev.sekisho.change.ImpactView;
import dev.sekisho.change.ImpactView.GroupKind;
import dev.sekisho.change.Preview;
import dev.sekisho.change.RouteForm;
import dev.sekisho.change.RouteForms;
import dev.sekisho.check.Finding;
import dev.sekisho.check.Severity;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.route.FrontDoors;
import dev.sekisho.route.Owners;
import dev.sekisho.route.ServiceCatalog;
import dev.sekisho.route.ServiceEntryPoint;

/**
 * Says in one breath what a change comes down to: who can reach it, what it does, whose
 * requests move, whether pods are ready.
 */
@Component
class VerdictSentence {

	private static final int LISTED = 3;

	private final ChangeTexts texts;

	private final FrontDoors frontDoors;

	private final ServiceCatalog services;

	private final Owners owners;

	VerdictSentence(ChangeTexts texts, FrontDoors frontDoors, ServiceCatalog services, Owners owners) {
		this.texts = texts;
		this.frontDoors = frontDoors;
		this.services = services;
		this.owners = owners;
	}

	VerdictPart of(Preview preview, Predicate<String> sees, Locale locale) {
		ImpactView view = ImpactView.of(preview.verdict().impact(), sees);
		List<String> sentences = new ArrayList<>();
		sentences.add(exposure(preview, locale));
		sentences.add(action(preview, locale));
		long unreached = unreached(preview);
		if (unreached > 0) {
			sentences.add(say("never-reached", locale, unreached));
		}
		sentences.addAll(traffic(view, locale));
		GenericKubernetesResource proposed = preview.proposed();
		if (proposed != null) {
			sentences.addAll(endpoints(RouteForms.filled(proposed).form(), locale));
		}
		int blocking = (int) preview.verdict()
			.findings()
			.stream()
			.filter((finding) -> finding.severity() == Severity.BLOCKING)
			.count();
		if (blocking > 0) {
			sentences.add(say("blocked", locale, blocking));
		}
		return new VerdictPart(tone(preview, view), String.join(this.texts.text("verdict.gap", locale), sentences));
	}

	private String exposure(Preview preview, Locale locale) {
		FrontDoors.Exposure exposure = this.frontDoors.exposure(preview.sharedGateway());
		if (exposure == FrontDoors.Exposure.INTERNET_FACING) {
			String firewall = this.frontDoors.firewall(preview.sharedGateway())
				.map((stands) -> stands ? ".waf" : ".no-waf")
				.orElse("");
			return say("exposure.internet-facing" + firewall, locale);
		}
		return say("exposure." + exposure.value(), locale);
	}

	private static long unreached(Preview preview) {
		return preview.verdict()
			.impact()
			.introduced()
			.stream()
			.map((problem) -> problem.route().virtualService())
			.filter((route) -> route.namespace().equals(preview.virtualService().namespace())
					&& route.name().equals(preview.virtualService().name()))
			.count();
	}

	private static String tone(Preview preview, ImpactView view) {
		if (preview.verdict().blocked()) {
			return "bad";
		}
		boolean touched = unreached(preview) > 0 || preview.verdict().findings().stream().anyMatch(Finding::acknowledge)
				|| view.groups().stream().anyMatch((group) -> !group.kind().tone().matches("ok|"));
		return touched ? "warn" : "ok";
	}

	private String action(Preview preview, Locale locale) {
		GenericKubernetesResource object = (preview.action() == Action.DELETE) ? preview.live() : preview.proposed();
		String name = preview.virtualService().toString();
		if (object == null) {
			return say("action.delete", locale, name, "");
		}
		RouteForm form = RouteForms.filled(object).form();
		return say("action." + preview.action().text().toLowerCase(Locale.ROOT), locale, name, paths(form, locale),
				hosts(form, locale));
	}

	private String paths(RouteForm form, Locale locale) {
		return form.matches().isEmpty() ? say("path.any", locale)
				: listed(form.matches().stream().map((match) -> path(match, locale)).distinct().toList(), locale);
	}

	private String path(RouteForm.Match match, Locale locale) {
		RouteForm.PathCondition path = match.path();
		if (path == null) {
			return say("path.any", locale);
		}
		boolean below = path.type().equals(RouteForm.PathCondition.EXACT_AND_BELOW);
		return say("path." + (below ? "below" : path.type()), locale, path.value());
	}

	private String hosts(RouteForm form, Locale locale) {
		return listed(form.hosts()
			.stream()
			.map((host) -> host.equals("*") ? say("host.any", locale) : say("host.one", locale, host))
			.toList(), locale);
	}

	private String listed(List<String> names, Locale locale) {
		String joined = String.join(this.texts.text("separator", locale),
				names.subList(0, Math.min(LISTED, names.size())));
		return (names.size() > LISTED) ? say("and-more", locale, joined, names.size() - LISTED) : joined;
	}

	private List<String> traffic(ImpactView view, Locale locale) {
		List<String> sentences = new ArrayList<>();
		Map<String, Integer> losers = new TreeMap<>();
		for (GroupKind kind : List.of(GroupKind.TAKEN_OVER, GroupKind.CAPTURED)) {
			view.groups()
				.stream()
				.filter((group) -> group.kind() == kind)
				.flatMap((group) -> group.lines().stream())
				.forEach((line) -> losers.merge(team(line.before()), 1, Integer::sum));
		}
		losers.forEach((team, classes) -> sentences.add(
				team.isEmpty() ? say("taken-over.hidden", locale, classes) : say("taken-over", locale, classes, team)));
		for (GroupKind kind : List.of(GroupKind.GIVEN_UP, GroupKind.FALLS_TO_OTHER, GroupKind.NOT_INTENDED,
				GroupKind.CANT_TELL)) {
			if (view.count(kind) > 0) {
				sentences.add(say("traffic." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'), locale,
						view.count(kind)));
			}
		}
		if (view.gained() > 0) {
			sentences.add(say("traffic.gained", locale, view.gained()));
		}
		if (view.moved() == 0) {
			sentences.add(say("traffic.none", locale));
		}
		else if (losers.isEmpty()) {
			sentences.add(say("traffic.nobody-else", locale));
		}
		return sentences;
	}

	private String team(ImpactView.Side side) {
		return side.hidden() ? "" : this.owners.of(side.namespace()).team();
	}

	private List<String> endpoints(RouteForm form, Locale locale) {
		return form.destinations()
			.stream()
			.map(RouteForm.Destination::service)
			.filter((service) -> !service.contains("."))
			.distinct()
			.limit(LISTED)
			.map((service) -> endpoints(new ObjectKey(form.namespace(), service), locale))
			.filter((sentence) -> !sentence.isEmpty())
			.toList();
	}

	private String endpoints(ObjectKey key, Locale locale) {
		@Nullable ServiceEntryPoint service = this.services.service(key).orElse(null);
		if (service == null) {
			return this.services.complete() ? say("service.missing", locale, key.name()) : "";
		}
		return this.services.endpointsKnown()
				? say("service.ready", locale, service.ready(), service.total(), service.name()) : "";
	}

	private String say(String key, Locale locale, Object... arguments) {
		return this.texts.text("verdict." + key, locale, arguments);
	}

}
