package dev.sekisho.access.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

import dev.sekisho.access.AccessSettings;
import dev.sekisho.access.Caller;
import dev.sekisho.access.CallerRefused;
import dev.sekisho.access.Callers;
import dev.sekisho.access.OfferedUsers;
import dev.sekisho.access.OfferedUsers.OfferedUser;
import dev.sekisho.access.PresentCaller;
import dev.sekisho.cluster.Cluster;
import dev.sekisho.cluster.ClusterException;
import dev.sekisho.web.KeptForm;

/**
 * Signing in: as one of the offered people, or with a token that the API server takes.
 */
@Controller
class LoginPages {

	/** Shows the sign-in page in answer to any request. */
	static final String AGAIN = "/login/again";

	/** Offers to send a form again that was kept. */
	static final String KEPT = "/login/kept";

	/** Ends all sign-ins of the caller. */
	static final String EVERYWHERE = "/logout/everywhere";

	private static final Set<String> REFUSED = Set.of("provider", "id-token", "system", "portal", "not-listed",
			"unreachable");

	private final AccessSettings settings;

	private final Cluster cluster;

	private final Callers callers;

	private final SignInSessions sessions;

	private final ObjectProvider<OfferedUsers> offered;

	LoginPages(AccessSettings settings, Cluster cluster, Callers callers, SignInSessions sessions,
			ObjectProvider<OfferedUsers> offered) {
		this.settings = settings;
		this.cluster = cluster;
		this.callers = callers;
		this.sessions = sessions;
		this.offered = offered;
	}

	@GetMapping("/login")
	String login(LoginForm form, @Nullable String ended, @Nullable String left, @Nullable String refused, Model model) {
		if (PresentCaller.find().isPresent()) {
			return "redirect:" + form.target();
		}
		model.addAttribute("notice", (ended != null) ? "ended" : (left != null) ? left(left) : null);
		model.addAttribute("refused", (refused != null && REFUSED.contains(refused)) ? refused : null);
		return page(form, model);
	}

	@PostMapping("/login")
	String signIn(@ModelAttribute("form") LoginForm form, HttpServletRequest request, HttpServletResponse response,
			Model model) {
		try {
			String token = token(form);
			this.sessions.begin(this.callers.byTokenNow(token), token, null, request, response);
		}
		catch (CallerRefused ex) {
			return refused(form, ex.reason().code(), HttpStatus.UNPROCESSABLE_CONTENT, response, model);
		}
		catch (ClusterException ex) {
			return refused(form, "unreachable", HttpStatus.SERVICE_UNAVAILABLE, response, model);
		}
		Optional<KeptForm> kept = form.keptForm();
		if (kept.isEmpty()) {
			return "redirect:" + form.target();
		}
		model.addAttribute("kept", kept.get());
		return "access/kept";
	}

	@PostMapping(EVERYWHERE)
	String signOutEverywhere(Caller caller, HttpServletRequest request, HttpServletResponse response) {
		if (this.callers.single()) {
			return "redirect:/";
		}
		this.sessions.endAll(caller, request, response);
		return "redirect:/login?left=everywhere";
	}

	@RequestMapping(AGAIN)
	@ResponseStatus(HttpStatus.UNAUTHORIZED)
	String again(HttpServletRequest request, Model model) {
		KeptForm kept = KeptForm.of(request).orElse(null);
		model.addAttribute("notice", "ended");
		return page(new LoginForm(null, null, "/", (kept != null) ? kept.action() : null,
				(kept != null) ? kept.encoded() : null), model);
	}

	@RequestMapping(KEPT)
	String kept(HttpServletRequest request, HttpServletResponse response, Model model) {
		Optional<KeptForm> kept = KeptForm.of(request);
		if (kept.isEmpty()) {
			return "redirect:/";
		}
		response.setStatus(HttpStatus.CONFLICT.value());
		model.addAttribute("kept", kept.get());
		return "access/kept";
	}

	private static String left(String where) {
		return where.equals("everywhere") ? where : "left";
	}

	private String refused(LoginForm form, String code, HttpStatus status, HttpServletResponse response, Model model) {
		response.setStatus(status.value());
		model.addAttribute("refused", code);
		return page(form, model);
	}

	private String page(LoginForm form, Model model) {
		model.addAttribute("form", form);
		model.addAttribute("people", people());
		model.addAttribute("oidc", this.settings.oidc() != null);
		model.addAttribute("cluster", this.cluster.info().name());
		return "access/login";
	}

	private String token(LoginForm form) {
		String token = people().stream()
			.filter((person) -> person.username().equals(form.user()))
			.map(OfferedUser::token)
			.findFirst()
			.orElse(form.token());
		if (token == null || token.isBlank()) {
			throw new CallerRefused(CallerRefused.Reason.INVALID);
		}
		return token.strip();
	}

	private List<OfferedUser> people() {
		return this.offered.stream().flatMap((source) -> source.users().stream()).toList();
	}

}
