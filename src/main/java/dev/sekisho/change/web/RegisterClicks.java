package dev.sekisho.change.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.sekisho.access.Caller;
import dev.sekisho.change.Drafts;
import dev.sekisho.change.InputRefused;
import dev.sekisho.change.Manifest;
import dev.sekisho.change.Preview;
import dev.sekisho.change.RouteForm;
import dev.sekisho.change.RouteForms;
import dev.sekisho.change.parts.ChangeTexts;
import dev.sekisho.change.web.RegisterPage.Undo;
import dev.sekisho.change.web.RegisterStart.Opened;
import dev.sekisho.check.Finding;
import dev.sekisho.check.FindingTexts;
import dev.sekisho.check.Fix;
import dev.sekisho.web.PlainText;

/**
 * What the buttons inside the form do to what was typed. Each posts the whole form, so
 * that it works without script too.
 */
@Component
class RegisterClicks {

	private static final int SHOWN = 60;

	private final Evaluator evaluator;

	private final FindingTexts findings;

	private final ChangeTexts texts;

	RegisterClicks(Evaluator evaluator, FindingTexts findings, ChangeTexts texts) {
		this.evaluator = evaluator;
		this.findings = findings;
		this.texts = texts;
	}

	Clicked click(Caller caller, Map<String, String[]> values, Locale locale) {
		FormParameters parameters = new FormParameters(values);
		RouteForm form = parameters.route();
		DraftInput input = DraftInput.of(values);
		if (values.containsKey("add")) {
			return new Clicked(FormRows.added(form, parameters.text("add")), input, null);
		}
		if (values.containsKey("remove")) {
			return new Clicked(FormRows.removed(form, parameters.text("remove")), input, null);
		}
		if (values.containsKey("fix")) {
			return fixed(values, parameters.text("fix"), input, locale);
		}
		if (values.containsKey("repair")) {
			return repaired(caller, new Clicked(form, input, null), parameters.text("repair"), locale);
		}
		if (values.containsKey("restore")) {
			Clicked restored = read(input, parameters.text("restore").replace("\r\n", "\n"), null);
			return (restored != null) ? restored : new Clicked(form, input, null);
		}
		if (values.containsKey("to")) {
			return turned(caller, new Clicked(form, input, null), parameters.text("to"));
		}
		return new Clicked(form, input, null);
	}

	private Clicked fixed(Map<String, String[]> values, String fix, DraftInput input, Locale locale) {
		int sign = fix.indexOf('=');
		String field = (sign > 0) ? fix.substring(0, sign) : "";
		String value = fix.substring(sign + 1);
		String before = new FormParameters(values).text(field);
		Map<String, String[]> changed = new TreeMap<>(values);
		changed.put(field, new String[] { value });
		String text = this.texts.text("undo.fixed", locale, shown(before, locale), shown(value, locale));
		return new Clicked(new FormParameters(changed).route(), input, new Undo(text, "fix", field + "=" + before));
	}

	private String shown(String value, Locale locale) {
		String text = (value.length() > SHOWN) ? value.substring(0, SHOWN) + "…" : value;
		return text.isEmpty() ? this.texts.text("undo.empty", locale) : PlainText.line(text);
	}

	private Clicked repaired(Caller caller, Clicked typed, String id, Locale locale) {
		Evaluation evaluation = this.evaluator.evaluate(caller, typed.form(), typed.input(), false);
		Preview preview = evaluation.preview();
		Manifest manifest = evaluation.manifest();
		if (preview == null || manifest == null) {
			return typed;
		}
		for (Finding finding : preview.verdict().findings()) {
			Fix fix = finding.fix();
			if (finding.id().equals(id) && fix != null) {
				String label = this.findings.fix(finding, locale).orElse("");
				Undo undo = new Undo(this.texts.text("undo.repaired", locale, label), "restore",
						DraftInput.text(manifest));
				return repaired(typed, manifest, fix, undo);
			}
		}
		return typed;
	}

	private static Clicked repaired(Clicked typed, Manifest manifest, Fix fix, Undo undo) {
		try {
			String text = DraftInput.text(Drafts.repaired(manifest, fix.patch()));
			return Objects.requireNonNullElse(read(typed.input(), text, undo), typed);
		}
		catch (InputRefused ex) {
			return typed;
		}
	}

	private static @Nullable Clicked read(DraftInput input, String text, @Nullable Undo undo) {
		try {
			Manifest manifest = Manifest.read(text, "");
			return new Clicked(RouteForms.filled(manifest.object()).form(), input.inMode(input.mode(), text), undo);
		}
		catch (InputRefused ex) {
			return null;
		}
	}

	// From form to YAML and back. What can't be turned stays, with what is wrong.
	private Clicked turned(Caller caller, Clicked typed, String mode) {
		if (typed.input().mode().equals(mode) || !List.of(DraftInput.FORM, DraftInput.YAML).contains(mode)) {
			return typed;
		}
		if (typed.input().deletes()) {
			return typed;
		}
		Evaluation evaluation = this.evaluator.evaluate(caller, typed.form(), typed.input(), false);
		Manifest manifest = evaluation.manifest();
		if (manifest != null) {
			return new Clicked(RouteForms.filled(manifest.object()).form(),
					typed.input().inMode(mode, DraftInput.text(manifest)), null);
		}
		boolean blank = typed.input().yaml() && typed.input().manifest().isBlank();
		return blank ? new Clicked(typed.form(), typed.input().inMode(DraftInput.FORM, ""), null) : typed;
	}

	/**
	 * The form that a draft page sends back.
	 * @param input what goes with it, with the manifest
	 * @return the form and what goes with it
	 */
	static Opened back(DraftInput input) {
		Manifest manifest = input.base();
		return new Opened(
				(manifest != null) ? RouteForms.filled(manifest.object()).form() : new FormParameters(Map.of()).route(),
				input);
	}

	/**
	 * What became of the form by a click.
	 *
	 * @param form the form
	 * @param input what goes with it
	 * @param undo how it is undone; {@code null} if that needs no button
	 */
	record Clicked(RouteForm form, DraftInput input, @Nullable Undo undo) {

	}

}
