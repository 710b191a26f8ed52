package dev.sekisho.change.web;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.sekisho.change.Preview;
import dev.sekisho.change.RouteForm;
import dev.sekisho.change.RouteForm.PathCondition;
import dev.sekisho.change.parts.ChangeTexts;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.route.ServiceCatalog;
import dev.sekisho.route.ServiceEntryPoint;

/**
 * Says under a field what is right about it: that pods are ready, that a path is claimed,
 * what it matches and what it doesn't.
 */
@Component
class GoodWords {

	private final ChangeTexts texts;

	private final ServiceCatalog services;

	GoodWords(ChangeTexts texts, ServiceCatalog services) {
		this.texts = texts;
		this.services = services;
	}

	void add(Evaluation evaluation, FieldSlots slots, Locale locale) {
		RouteForm form = evaluation.form();
		for (int i = 0; i < form.destinations().size(); i++) {
			String slot = "destinations[" + i + "]";
			this.services.service(new ObjectKey(form.namespace(), form.destinations().get(i).service()))
				.filter((service) -> this.services.endpointsKnown())
				.ifPresent((service) -> slots.add(slot, endpoints(service, locale)));
		}
		Preview preview = evaluation.preview();
		if (preview != null) {
			claims(ClaimState.of(preview.sharedGateway(), form.namespace(), this.services), form, slots, locale);
		}
	}

	private FieldNote endpoints(ServiceEntryPoint service, Locale locale) {
		String text = this.texts.text("good.endpoints", locale, service.ready(), service.total());
		return (service.ready() > 0) ? FieldNote.ok(text) : new FieldNote("info", text, "", List.of());
	}

	private void claims(ClaimState claims, RouteForm form, FieldSlots slots, Locale locale) {
		for (int i = 0; i < form.hosts().size(); i++) {
			if (clean(slots, "hosts[" + i + "]") && claims.host(form.hosts().get(i))) {
				slots.add("hosts[" + i + "]", FieldNote.ok(this.texts.text("good.host", locale, form.namespace())));
			}
		}
		for (int i = 0; i < form.matches().size(); i++) {
			String slot = "matches[" + i + "].path.value";
			@Nullable PathCondition path = form.matches().get(i).path();
			if (path != null && clean(slots, slot)) {
				boolean claimed = claims.path(path);
				String key = claimed ? "good.claimed." : "good.path.";
				slots.add(slot,
						FieldNote.ok(this.texts.text(key + path.type(), locale, path.value(), form.namespace())));
			}
		}
	}

	private static boolean clean(FieldSlots slots, String slot) {
		return slots.notes().getOrDefault(slot, List.of()).stream().noneMatch((note) -> note.tone().equals("bad"));
	}

}
