package dev.sekisho.change.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sekisho.access.Caller;
import dev.sekisho.change.Baseline;
import dev.sekisho.change.ChangeRefused;
import dev.sekisho.change.Draft;
import dev.sekisho.change.InputRefused;
import dev.sekisho.change.LivePatch;
import dev.sekisho.change.Manifest;
import dev.sekisho.change.Preview;
import dev.sekisho.change.Previews;
import dev.sekisho.change.RouteForm;
import dev.sekisho.change.Submissions;
import dev.sekisho.change.Yaml;
import dev.sekisho.change.parts.ChangeTexts;
import dev.sekisho.change.web.DraftPageBuilder.Outcome;
import dev.sekisho.change.web.RegisterPageBuilder.State;
import dev.sekisho.cluster.ClusterException;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.web.Flash;

/**
 * Shows a draft as the change it would be, with the API server's dry-run, and sends it.
 * What can't be sent comes back with everything that was typed.
 */
@Controller
class SendPages {

	private static final MediaType YAML = new MediaType("application", "yaml", StandardCharsets.UTF_8);

	private static final Logger logger = LoggerFactory.getLogger(SendPages.class);

	// Nothing is wrong with what was sent.
	private static final Set<ClusterException.Reason> LATER = Set.of(ClusterException.Reason.UNAVAILABLE,
			ClusterException.Reason.TOO_MANY_REQUESTS, ClusterException.Reason.WEBHOOK_UNAVAILABLE);

	private final RegisterStart start;

	private final RegisterPageBuilder forms;

	private final DraftPageBuilder pages;

	private final Evaluator evaluator;

	private final Previews previews;

	private final Submissions submissions;

	private final FieldNotes notes;

	private final Sending sending;

	private final ChangeTexts texts;

	SendPages(RegisterStart start, RegisterPageBuilder forms, DraftPageBuilder pages, Evaluator evaluator,
			Previews previews, Submissions submissions, FieldNotes notes, Sending sending, ChangeTexts texts) {
		this.start = start;
		this.forms = forms;
		this.pages = pages;
		this.evaluator = evaluator;
		this.previews = previews;
		this.submissions = submissions;
		this.notes = notes;
		this.sending = sending;
		this.texts = texts;
	}

	@GetMapping("/register/{namespace}/{name}/delete")
	String delete(Caller caller, @PathVariable String namespace, @PathVariable String name,
			@RequestParam(defaultValue = "") String supersedes, Locale locale, Model model) {
		DraftInput input = this.start.existing(caller, new ObjectKey(namespace, name), DraftInput.DELETE).input();
		return draft(caller, input.following(supersedes, ""), Outcome.NONE, locale, model);
	}

	@PostMapping("/register/review")
	String review(Caller caller, HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
		Map<String, String[]> values = request.getParameterMap();
		DraftInput input = DraftInput.of(values);
		RouteForm form = new FormParameters(values).route();
		Evaluation evaluation = this.evaluator.evaluate(caller, form, input, false);
		Manifest manifest = evaluation.manifest();
		if (manifest == null || !evaluation.good()) {
			response.setStatus(422);
			model.addAttribute("page", this.forms.page(caller, form, input, evaluation, State.SENT, locale));
			return "change/register";
		}
		return draft(caller, input.inMode(input.mode(), DraftInput.text(manifest)), Outcome.NONE, locale, model);
	}

	// The draft on the VirtualService as it is now.
	@PostMapping("/register/rebase")
	String rebase(Caller caller, HttpServletRequest request, Locale locale, Model model) {
		DraftInput input = DraftInput.of(request.getParameterMap());
		Preview preview = preview(caller, input);
		String now = (preview.live() != null) ? Yaml.content(preview.live()) : "";
		String edits = now.isEmpty() ? "" : preview.virtualService().toString();
		DraftInput rebased = new DraftInput(input.mode(), input.manifest(), input.gateway(), edits,
				Baseline.of(preview.live()), now, input.reason(), input.supersedes(), "");
		return draft(caller, rebased, Outcome.NONE, locale, model);
	}

	// For a VirtualService that another tool keeps: the draft in the words of that tool.
	@PostMapping("/register/patch")
	ResponseEntity<String> patch(Caller caller, HttpServletRequest request) {
		Preview preview = this.previews.preview(caller, draft(DraftInput.of(request.getParameterMap())));
		ObjectKey key = preview.virtualService();
		String file = key.name() + "-patch.yaml";
		String head = "# kubectl patch virtualservice -n %s %s --type json --patch-file %s%n".formatted(key.namespace(),
				key.name(), file);
		return ResponseEntity.ok()
			.contentType(YAML)
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(file).build().toString())
			.body(head + Yaml.write(LivePatch.between(preview.live(), preview.proposed())));
	}

	@PostMapping("/register/send")
	String send(Caller caller, HttpServletRequest request, HttpServletResponse response, Locale locale, Model model,
			RedirectAttributes attributes) {
		DraftInput input = DraftInput.of(request.getParameterMap());
		Outcome outcome;
		try {
			Submissions.Submitted submitted = this.submissions.submit(caller, draft(input),
					new Submissions.Request(input.reason(), "", input.key(), input.baseline(), input.supersedes()));
			ObjectKey key = submitted.change().key();
			attributes.addFlashAttribute(Flash.NAME, Flash.success("change.sent", key.name()));
			attributes.addAttribute("namespace", key.namespace()).addAttribute("name", key.name());
			return "redirect:/changes/{namespace}/{name}";
		}
		catch (InputRefused ex) {
			response.setStatus(422);
			outcome = Outcome.wrong(this.notes.errors(ex.problems(), locale));
		}
		catch (ChangeRefused ex) {
			if (ex.reason() == ChangeRefused.Reason.NOT_FOUND) {
				throw ex;
			}
			response.setStatus(ex.reason().status());
			outcome = Outcome.refused(this.texts.refused(ex.reason(), locale), "");
		}
		catch (ClusterException ex) {
			logger.warn("A change could not be sent: {}", ex.reason(), ex);
			boolean later = LATER.contains(ex.reason());
			response.setStatus(later ? 503 : 422);
			outcome = Outcome.refused(this.texts.text("cluster." + ex.reason(), locale),
					String.valueOf(ex.getMessage()));
			if (later) {
				return draft(caller, input, this.previews.preview(caller, draft(input)), outcome, locale, model);
			}
		}
		return draft(caller, input, outcome, locale, model);
	}

	private String draft(Caller caller, DraftInput input, Outcome outcome, Locale locale, Model model) {
		return draft(caller, input, preview(caller, input), outcome, locale, model);
	}

	private String draft(Caller caller, DraftInput input, Preview preview, Outcome outcome, Locale locale,
			Model model) {
		model.addAttribute("page", this.pages.page(caller, input, preview, outcome, locale));
		return "change/draft";
	}

	private Preview preview(Caller caller, DraftInput input) {
		Draft draft = draft(input);
		if (!this.sending.possible()) {
			return this.previews.preview(caller, draft);
		}
		try {
			return this.previews.withDryRun(caller, draft);
		}
		catch (ClusterException ex) {
			if (ex.reason() != ClusterException.Reason.UNAVAILABLE) {
				throw ex;
			}
			return this.previews.preview(caller, draft);
		}
	}

	private static Draft draft(DraftInput input) {
		if (input.deletes()) {
			String[] name = input.edits().split("/", 2);
			return Draft.delete(new ObjectKey(name[0], (name.length > 1) ? name[1] : ""), input.gateway());
		}
		@Nullable Manifest manifest = input.base();
		if (manifest == null) {
			throw new ChangeRefused(ChangeRefused.Reason.NOT_FOUND);
		}
		return Draft.of(manifest, input.gateway());
	}

}
