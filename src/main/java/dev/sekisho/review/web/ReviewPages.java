package dev.sekisho.review.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sekisho.access.Caller;
import dev.sekisho.change.ChangeRefused;
import dev.sekisho.change.ChangeRefused.Reason;
import dev.sekisho.change.ChangeView;
import dev.sekisho.change.InputProblem;
import dev.sekisho.change.InputRefused;
import dev.sekisho.change.Preview;
import dev.sekisho.change.RouteChange;
import dev.sekisho.change.RouteReview;
import dev.sekisho.change.RouteReview.Verdict;
import dev.sekisho.change.parts.ChangeTexts;
import dev.sekisho.cluster.Cluster;
import dev.sekisho.cluster.ClusterException;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.review.Reviews;
import dev.sekisho.review.Standing;
import dev.sekisho.web.Flash;
import dev.sekisho.web.PlainText;

/**
 * The queue and the page on which a reviewer decides. Only a form post decides.
 */
@Controller
class ReviewPages {

	private final Reviews reviews;

	private final ReviewViews views;

	private final ReviewTexts texts;

	private final ChangeTexts changeTexts;

	private final Cluster cluster;

	ReviewPages(Reviews reviews, ReviewViews views, ReviewTexts texts, ChangeTexts changeTexts, Cluster cluster) {
		this.reviews = reviews;
		this.views = views;
		this.texts = texts;
		this.changeTexts = changeTexts;
		this.cluster = cluster;
	}

	@GetMapping("/reviews")
	String queue(Caller caller, Locale locale, Model model) {
		Instant now = Instant.now();
		List<RouteChange> queue = this.reviews.queue(caller);
		model.addAttribute("rows", queue.stream()
			.map((change) -> QueueView.of(change, this.reviews.outlook(change).orElse(null), this.texts, now, locale))
			.toList());
		model.addAttribute("seen", QueueMark.of(queue).text());
		model.addAttribute("freshness", this.reviews.freshness());
		return "review/queue";
	}

	@GetMapping("/reviews/news")
	String news(Caller caller, @RequestParam(defaultValue = "") String seen, Model model) {
		List<RouteChange> queue = this.reviews.queue(caller);
		QueueMark mark = QueueMark.read(seen);
		model.addAttribute("changed", !QueueMark.of(queue).equals(mark));
		model.addAttribute("news", mark.later(queue));
		return "review/queue :: news";
	}

	@GetMapping("/reviews/{namespace}/{name}")
	String review(Caller caller, @PathVariable String namespace, @PathVariable String name,
			@RequestParam(defaultValue = "") String seen,
			@RequestHeader(name = "HX-Request", defaultValue = "false") boolean partial, Locale locale, Model model) {
		ChangeView opened = open(caller, new ObjectKey(namespace, name));
		Preview preview = opened.preview();
		Standing standing = this.reviews.standing(caller, opened);
		boolean changed = preview != null && !seen.isEmpty() && !seen.equals(preview.digest().hash());
		show(caller, opened, (changed && standing.rejectable()) ? Standing.CHANGED : standing,
				new DecisionForm(null, null, seen.isEmpty() ? null : seen, null, null), locale, model);
		model.addAttribute("partial", partial);
		return partial ? "review/review :: live" : "review/review";
	}

	@PostMapping("/reviews/{namespace}/{name}")
	String decide(Caller caller, @PathVariable String namespace, @PathVariable String name, DecisionForm form,
			Locale locale, Model model, RedirectAttributes attributes, HttpServletResponse response) {
		ObjectKey key = new ObjectKey(namespace, name);
		try {
			return decide(caller, key, form, locale, model, attributes, response);
		}
		catch (ClusterException ex) {
			return failed(caller, key, form, ex, locale, model, response);
		}
	}

	private String decide(Caller caller, ObjectKey key, DecisionForm form, Locale locale, Model model,
			RedirectAttributes attributes, HttpServletResponse response) {
		Verdict verdict = form.verdict();
		try {
			if (form.recompute()) {
				ChangeView opened = open(caller, key);
				return show(caller, opened, this.reviews.standing(caller, opened), form.afresh(), locale, model);
			}
			if (verdict == null) {
				throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
			}
			return decided(this.reviews.decide(caller, key, form.decide(verdict)), form, attributes);
		}
		catch (InputRefused ex) {
			model.addAttribute("errors", errors(ex.problems(), locale));
			ChangeView opened = open(caller, key);
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(caller, opened, this.reviews.standing(caller, opened), form, locale, model);
		}
		catch (ChangeRefused ex) {
			return refused(caller, key, form, ex, locale, model, response);
		}
	}

	private String decided(RouteReview review, DecisionForm form, RedirectAttributes attributes) {
		String name = review.spec().changeName();
		attributes.addFlashAttribute(Flash.NAME, Flash.success("review.done." + form.decision(), name,
				this.cluster.info().name(), review.spec().author()));
		return form.approves() ? "redirect:/changes/" + review.key().namespace() + "/" + name : "redirect:/reviews";
	}

	private String refused(Caller caller, ObjectKey key, DecisionForm form, ChangeRefused refused, Locale locale,
			Model model, HttpServletResponse response) {
		ChangeView opened = open(caller, key);
		Standing standing = this.reviews.standing(caller, opened);
		boolean changed = refused.reason() == Reason.IMPACT_CHANGED && standing.rejectable();
		boolean kept = refused.reason() == Reason.NOT_ACKNOWLEDGED;
		model.addAttribute("refused", this.changeTexts.refused(refused.reason(), locale));
		response.setStatus(refused.reason().status());
		return show(caller, opened, changed ? Standing.CHANGED : standing, kept ? form : form.unticked(), locale,
				model);
	}

	// What was typed isn't lost, and pressing again is safe: there is one review at most.
	private String failed(Caller caller, ObjectKey key, DecisionForm form, ClusterException failure, Locale locale,
			Model model, HttpServletResponse response) {
		boolean denied = failure.reason() == ClusterException.Reason.FORBIDDEN
				|| failure.reason() == ClusterException.Reason.DENIED;
		String message = PlainText.line(String.valueOf(failure.getMessage()));
		if (denied) {
			ChangeView opened = open(caller, key);
			model.addAttribute("refused", this.texts.text(locale, "denied", message));
			response.setStatus(HttpStatus.FORBIDDEN.value());
			return show(caller, opened, this.reviews.standing(caller, opened), form, locale, model);
		}
		model.addAttribute("key", key);
		model.addAttribute("form", form);
		model.addAttribute("message", message);
		response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
		return "review/unreachable";
	}

	private ChangeView open(Caller caller, ObjectKey key) {
		try {
			return this.reviews.open(caller, key);
		}
		catch (ChangeRefused ex) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, ex);
		}
	}

	private String show(Caller caller, ChangeView opened, Standing standing, DecisionForm form, Locale locale,
			Model model) {
		ReviewView view = this.views.view(caller, opened, standing, form, locale);
		boolean out = standing == Standing.CHANGED;
		model.addAttribute("review", view);
		model.addAttribute("form", form);
		model.addAttribute("shown", out ? form.shown() : view.impactHash());
		model.addAttribute("generation", out ? form.shownGeneration() : view.gatewayGeneration());
		model.addAttribute("cluster", this.cluster.info().name());
		model.addAttribute("neighbours", Neighbours.of(this.reviews.queue(caller), opened.change().key()));
		return "review/review";
	}

	private Map<String, String> errors(List<InputProblem> problems, Locale locale) {
		InputProblem first = problems.get(0);
		return Map.of(first.path(), this.changeTexts.problem(first, locale));
	}

}
