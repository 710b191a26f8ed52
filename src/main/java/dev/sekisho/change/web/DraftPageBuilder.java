package dev.sekisho.change.web;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.sekisho.access.Caller;
import dev.sekisho.change.Action;
import dev.sekisho.change.Manifest;
import dev.sekisho.change.Preview;
import dev.sekisho.change.RouteForm;
import dev.sekisho.change.RouteForms;
import dev.sekisho.change.parts.Audience;
import dev.sekisho.change.parts.ChangeTexts;
import dev.sekisho.change.parts.DiffPart;
import dev.sekisho.change.parts.PreviewPart;
import dev.sekisho.change.parts.PreviewParts;
import dev.sekisho.web.PlainText;

/**
 * Gathers what the page of a change shows before it is sent.
 */
@Component
class DraftPageBuilder {

	private final PreviewParts parts;

	private final Sending sending;

	private final ChangeTexts texts;

	DraftPageBuilder(PreviewParts parts, Sending sending, ChangeTexts texts) {
		this.parts = parts;
		this.sending = sending;
		this.texts = texts;
	}

	/**
	 * The page.
	 * @param caller the author
	 * @param input the draft
	 * @param preview what it would do, with the dry-run
	 * @param outcome what became of the attempt to send it
	 * @param locale the language
	 * @return the page
	 */
	DraftPage page(Caller caller, DraftInput input, Preview preview, Outcome outcome, Locale locale) {
		PreviewPart part = this.parts.of(caller, preview, Audience.AUTHOR, locale);
		boolean same = input.baseline().holds(preview.live());
		DraftInput keyed = input.key().isEmpty() ? input.withKey(UUID.randomUUID().toString()) : input;
		return new DraftPage(title(preview, locale), preview.virtualService().toString(),
				summary(caller, preview, locale), keyed, part, preview.dryRun(),
				same ? null : changed(input, preview.live()), preview.dropped().stream().map(PlainText::line).toList(),
				outcome.errors(), outcome.problem(), PlainText.line(outcome.said()), off(preview, same, locale));
	}

	private static DiffPart changed(DraftInput input, @Nullable GenericKubernetesResource live) {
		@Nullable Manifest opened = input.openedManifest();
		return DiffPart.between((opened != null) ? opened.object() : null, live);
	}

	private String off(Preview preview, boolean same, Locale locale) {
		String off = this.sending.off(preview.sharedGateway().name(), locale);
		if (!off.isEmpty()) {
			return off;
		}
		if (!same) {
			return this.texts.text("off.changed", locale);
		}
		if (preview.verdict().blocked()) {
			return this.texts.text("off.blocked", locale);
		}
		Preview.DryRun dryRun = preview.dryRun();
		return (dryRun != null && !dryRun.accepted()) ? this.texts.text("off.dry-run", locale) : "";
	}

	private String title(Preview preview, Locale locale) {
		GenericKubernetesResource proposed = preview.proposed();
		String path = (proposed != null) ? path(RouteForms.filled(proposed).form()) : "";
		return this.texts.text("title." + preview.action().text(), locale,
				(path.isEmpty() || preview.action() == Action.DELETE) ? preview.virtualService().toString() : path);
	}

	private static String path(RouteForm form) {
		for (RouteForm.Match match : form.matches()) {
			RouteForm.PathCondition path = match.path();
			if (path != null) {
				return path.value();
			}
		}
		return "";
	}

	private String summary(Caller caller, Preview preview, Locale locale) {
		return this.texts.text("draft." + preview.action().text(), locale, preview.virtualService().toString(),
				preview.sharedGateway().name(), caller.username());
	}

	/**
	 * What became of an attempt to send.
	 *
	 * @param errors what is wrong, by control
	 * @param problem why it wasn't sent; empty if it wasn't tried
	 * @param said the API server's own words; empty for none
	 */
	record Outcome(Map<String, String> errors, String problem, String said) {

		static final Outcome NONE = new Outcome(Map.of(), "", "");

		static Outcome refused(String problem, String said) {
			return new Outcome(Map.of(), problem, said);
		}

		static Outcome wrong(Map<String, String> errors) {
			return new Outcome(errors, "", "");
		}

	}

}
