package dev.sekisho.gateway.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sekisho.access.Caller;
import dev.sekisho.access.Rights;
import dev.sekisho.change.InputProblem;
import dev.sekisho.change.InputRefused;
import dev.sekisho.change.parts.ChangeTexts;
import dev.sekisho.cluster.ClusterException;
import dev.sekisho.gateway.GatewayDraft;
import dev.sekisho.gateway.GatewayEdits;
import dev.sekisho.gateway.GatewayPreview;
import dev.sekisho.gateway.GatewayRefused;
import dev.sekisho.web.Flash;
import dev.sekisho.web.PlainText;

/**
 * The pages on which a person of the platform team edits a shared gateway or makes one:
 * the form or its YAML, then what it would do, then it is saved as that person.
 */
@Controller
class GatewayEditPages {

	private static final int UNPROCESSABLE = 422;

	private final GatewayEdits edits;

	private final EffectPages effects;

	private final Rights rights;

	private final ChangeTexts problems;

	GatewayEditPages(GatewayEdits edits, EffectPages effects, Rights rights, ChangeTexts problems) {
		this.edits = edits;
		this.effects = effects;
		this.rights = rights;
		this.problems = problems;
	}

	@GetMapping("/gateways/{name}/edit")
	String edit(Caller caller, @PathVariable String name, Model model) {
		GatewayDraft draft = this.edits.open(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		requireRight(caller, name);
		return form(new GatewayPage(name, GatewayInput.of(draft, false), Map.of()), model);
	}

	@GetMapping("/new-gateway")
	String create(Caller caller, Model model) {
		requireRight(caller, "");
		GatewayDraft draft = new GatewayDraft("", Map.of(), Map.of("claims", List.of()));
		return form(new GatewayPage("", GatewayInput.of(draft, true), Map.of()), model);
	}

	@PostMapping("/gateways/{name}/edit")
	String edit(Caller caller, @PathVariable String name, Pressed pressed, HttpServletRequest request,
			HttpServletResponse response, Locale locale, Model model, RedirectAttributes attributes) {
		requireRight(caller, name);
		return step(caller, name, pressed, GatewayInput.of(request.getParameterMap()), response, locale, model,
				attributes);
	}

	@PostMapping("/new-gateway")
	String create(Caller caller, Pressed pressed, HttpServletRequest request, HttpServletResponse response,
			Locale locale, Model model, RedirectAttributes attributes) {
		requireRight(caller, "");
		return step(caller, "", pressed, GatewayInput.of(request.getParameterMap()), response, locale, model,
				attributes);
	}

	private String step(Caller caller, String name, Pressed pressed, GatewayInput input, HttpServletResponse response,
			Locale locale, Model model, RedirectAttributes attributes) {
		try {
			if (pressed.editing()) {
				return form(new GatewayPage(name, pressed.on(input), Map.of()), model);
			}
			GatewayDraft draft = draft(input, name);
			return pressed.saves() ? save(caller, name, input, draft, response, locale, model, attributes)
					: review(caller, name, pressed.rebases(), input, draft, response, locale, model);
		}
		catch (InputRefused ex) {
			response.setStatus(UNPROCESSABLE);
			return form(new GatewayPage(name, input, errors(ex, locale)), model);
		}
	}

	private String review(Caller caller, String name, boolean rebases, GatewayInput input, GatewayDraft draft,
			HttpServletResponse response, Locale locale, Model model) {
		GatewayPreview preview = this.edits.preview(caller, draft, name.isEmpty());
		if (preview.dryRun().refused() == ClusterException.Reason.INVALID && !preview.dryRun().causes().isEmpty()) {
			response.setStatus(UNPROCESSABLE);
			return form(new GatewayPage(name, input, errors(preview, input)), model);
		}
		return effect(caller, rebases ? input.on(preview.now()) : input, name, preview, "", locale, model);
	}

	private String save(Caller caller, String name, GatewayInput input, GatewayDraft draft,
			HttpServletResponse response, Locale locale, Model model, RedirectAttributes attributes) {
		String refused;
		try {
			this.edits.save(caller, draft, name.isEmpty() ? "" : input.opened(), input.mark());
			attributes.addFlashAttribute(Flash.NAME, Flash.success("gateway.saved", draft.name()));
			attributes.addAttribute("name", draft.name());
			return "redirect:/gateways/{name}";
		}
		catch (GatewayRefused ex) {
			response.setStatus(HttpStatus.CONFLICT.value());
			refused = this.effects.text(locale, "refused." + ex.reason().name());
		}
		catch (ClusterException ex) {
			boolean unreachable = ex.reason() == ClusterException.Reason.UNAVAILABLE;
			response.setStatus(unreachable ? HttpStatus.SERVICE_UNAVAILABLE.value() : UNPROCESSABLE);
			refused = this.effects.text(locale, "refused.cluster", PlainText.line(String.valueOf(ex.getMessage())));
		}
		return effect(caller, input, name, this.edits.preview(caller, draft, name.isEmpty()), refused, locale, model);
	}

	private String effect(Caller caller, GatewayInput input, String name, GatewayPreview preview, String refused,
			Locale locale, Model model) {
		model.addAttribute("page", this.effects.page(caller, input, name, preview, refused, locale));
		return "gateway/review";
	}

	private static String form(GatewayPage page, Model model) {
		model.addAttribute("page", page);
		return "gateway/edit";
	}

	private static GatewayDraft draft(GatewayInput input, String name) {
		if (!input.inYaml()) {
			input.form().unreadableSelectors().stream().findFirst().ifPresent((at) -> {
				throw new InputRefused(
						InputProblem.at("claims[" + at + "].who", "syntax", input.form().claims().get(at).who()));
			});
		}
		GatewayDraft draft = input.draft();
		if (!name.isEmpty() && !draft.name().equals(name)) {
			throw new InputRefused(InputProblem.at("yaml", "unknown-choice", draft.name(), name));
		}
		if (draft.name().isEmpty()) {
			throw new InputRefused(InputProblem.at(input.inYaml() ? "yaml" : "name", "required"));
		}
		return draft;
	}

	private Map<String, String> errors(InputRefused refused, Locale locale) {
		Map<String, String> errors = new LinkedHashMap<>();
		for (InputProblem problem : refused.problems()) {
			String text = this.problems.problem(problem, locale);
			String place = (problem.line() > 0) ? this.effects.text(locale, "line", problem.line()) + " " : "";
			boolean inForm = problem.path().startsWith("claims[") || problem.path().equals("name");
			String path = inForm ? problem.path() : "yaml";
			errors.putIfAbsent(FieldIds.of(path), place + text);
		}
		return errors;
	}

	private static Map<String, String> errors(GatewayPreview preview, GatewayInput input) {
		Map<String, String> errors = new LinkedHashMap<>();
		for (ClusterException.Cause cause : preview.dryRun().causes()) {
			String field = PlainText.line(cause.field());
			String id = input.inYaml() ? "yaml" : FieldIds.ofField(field);
			errors.merge(id, field + ": " + PlainText.line(cause.message()), (one, other) -> one + " " + other);
		}
		return errors;
	}

	private void requireRight(Caller caller, String name) {
		if (!this.rights.isPlatform(caller, name)) {
			throw new ResponseStatusException(HttpStatus.FORBIDDEN);
		}
	}

	/**
	 * The button that was pressed.
	 *
	 * @param to {@code form} or {@code yaml} to go on there
	 * @param add the list to add a row to
	 * @param remove the row to remove
	 * @param step {@code edit}, {@code save} or {@code rebase}; otherwise the effect is
	 * shown
	 */
	record Pressed(@Nullable String to, @Nullable String add, @Nullable String remove, @Nullable String step) {

		boolean editing() {
			return this.to != null || this.add != null || this.remove != null || "edit".equals(this.step);
		}

		boolean saves() {
			return "save".equals(this.step);
		}

		boolean rebases() {
			return "rebase".equals(this.step);
		}

		GatewayInput on(GatewayInput input) {
			if (this.to != null) {
				return input.switched(this.to.equals("yaml"));
			}
			if (this.add != null || this.remove != null) {
				return new GatewayInput(input.inYaml(), input.yaml(), input.opened(), input.mark(),
						(this.add != null) ? GatewayRows.added(input.form(), this.add)
								: GatewayRows.removed(input.form(), String.valueOf(this.remove)));
			}
			return input;
		}

	}

}
