package dev.sekisho.change.web;

import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import dev.sekisho.access.Caller;
import dev.sekisho.change.RouteForm;
import dev.sekisho.change.web.RegisterClicks.Clicked;
import dev.sekisho.change.web.RegisterPageBuilder.State;
import dev.sekisho.change.web.RegisterStart.Opened;
import dev.sekisho.cluster.ObjectKey;

/**
 * Registers a route, edits one, or starts a change that follows another. Nothing is
 * stored here: what was typed goes from page to page.
 */
@Controller
class RegisterPages {

	private final RegisterStart start;

	private final RegisterClicks clicks;

	private final Evaluator evaluator;

	private final RegisterPageBuilder builder;

	RegisterPages(RegisterStart start, RegisterClicks clicks, Evaluator evaluator, RegisterPageBuilder builder) {
		this.start = start;
		this.clicks = clicks;
		this.evaluator = evaluator;
		this.builder = builder;
	}

	@GetMapping("/register")
	String fresh(Caller caller, @RequestParam(defaultValue = "") String namespace,
			@RequestParam(defaultValue = "") String service, @RequestParam(defaultValue = "") String gateway,
			Locale locale, Model model) {
		return show(caller, this.start.fresh(caller, namespace, service, gateway), State.TYPING, locale, model);
	}

	@GetMapping("/register/{namespace}/{name}")
	String edit(Caller caller, @PathVariable String namespace, @PathVariable String name, Locale locale, Model model) {
		Opened opened = this.start.existing(caller, new ObjectKey(namespace, name), DraftInput.FORM);
		return show(caller, opened, State.TYPING, locale, model);
	}

	@GetMapping("/changes/{namespace}/{name}/successor")
	String follow(Caller caller, @PathVariable String namespace, @PathVariable String name, Locale locale,
			Model model) {
		Opened opened = this.start.successor(caller, new ObjectKey(namespace, name));
		if (opened.input().deletes()) {
			return "redirect:/register/" + opened.input().edits() + "/delete?supersedes=" + name;
		}
		return show(caller, opened, State.TYPING, locale, model);
	}

	@PostMapping("/register")
	String click(Caller caller, HttpServletRequest request, Locale locale, Model model) {
		Map<String, String[]> values = request.getParameterMap();
		if (values.containsKey("back")) {
			return show(caller, RegisterClicks.back(DraftInput.of(values)), State.TYPING, locale, model);
		}
		Clicked clicked = this.clicks.click(caller, values, locale);
		return show(caller, new Opened(clicked.form(), clicked.input()), new State(false, clicked.undo()), locale,
				model);
	}

	@PostMapping("/register/preview")
	String preview(Caller caller, HttpServletRequest request, Locale locale, Model model) {
		Map<String, String[]> values = request.getParameterMap();
		show(caller, new Opened(new FormParameters(values).route(), DraftInput.of(values)), State.TYPING, locale,
				model);
		model.addAttribute("answer", true);
		return "change/register :: answer";
	}

	private String show(Caller caller, Opened opened, State state, Locale locale, Model model) {
		RouteForm form = opened.form();
		Evaluation evaluation = this.evaluator.evaluate(caller, form, opened.input(), false);
		model.addAttribute("page", this.builder.page(caller, form, opened.input(), evaluation, state, locale));
		return "change/register";
	}

}
