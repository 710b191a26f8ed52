package dev.sekisho.sandbox.web;

import java.security.Principal;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sekisho.sandbox.Person;
import dev.sekisho.sandbox.Sandbox;
import dev.sekisho.web.Flash;

/**
 * Breaks and repairs the hops of a route's chain. Exists in a sandbox only. Everybody may
 * break what the chains of their own routes pass, and nobody sees another's routes.
 */
@Controller
@ConditionalOnProperty(name = "sekisho.cluster.mode", havingValue = "sandbox", matchIfMissing = true)
class FaultPages {

	private final Sandbox sandbox;

	FaultPages(Sandbox sandbox) {
		this.sandbox = sandbox;
	}

	@GetMapping("/sandbox")
	String page(Principal caller, @RequestParam(defaultValue = "") String route, Model model) {
		List<String> routes = routes(caller);
		String shown = route.isEmpty() ? routes.stream().findFirst().orElseThrow(FaultPages::absent)
				: checked(routes, route);
		List<FaultGroup> groups = FaultGroup.of(this.sandbox.faults().of(shown));
		model.addAttribute("routes", routes);
		model.addAttribute("route", shown);
		model.addAttribute("groups", groups);
		model.addAttribute("broken", groups.stream().mapToLong(FaultGroup::broken).sum());
		return "sandbox/faults";
	}

	@PostMapping("/sandbox/faults")
	String inject(Principal caller, @RequestParam String route, @RequestParam String fault, RedirectAttributes next) {
		boolean done = this.sandbox.faults().inject(checked(routes(caller), route), fault);
		next.addFlashAttribute(Flash.NAME,
				done ? Flash.info("sandbox.injected") : Flash.danger("sandbox.not-injected"));
		return back(route, next);
	}

	@PostMapping("/sandbox/repairs")
	String repair(Principal caller, @RequestParam String route, @RequestParam(defaultValue = "") String fault,
			RedirectAttributes next) {
		List<String> routes = routes(caller);
		checked(routes, route);
		if (fault.isEmpty()) {
			routes.forEach(this.sandbox.faults()::repairAll);
		}
		else {
			this.sandbox.faults().repair(route, fault);
		}
		next.addFlashAttribute(Flash.NAME,
				Flash.success(fault.isEmpty() ? "sandbox.all-repaired" : "sandbox.repaired"));
		return back(route, next);
	}

	private static String back(String route, RedirectAttributes next) {
		next.addAttribute("route", route);
		return "redirect:/sandbox";
	}

	// Each namespace of the sandbox's teams has one route, named after it.
	private List<String> routes(Principal caller) {
		List<String> own = this.sandbox.people()
			.stream()
			.filter((person) -> person.username().equals(caller.getName()))
			.flatMap(this::routes)
			.toList();
		if (own.isEmpty()) {
			throw absent();
		}
		return own;
	}

	private Stream<String> routes(Person person) {
		return person.reviewer() ? this.sandbox.people().stream().flatMap((team) -> team.namespaces().stream())
				: person.namespaces().stream();
	}

	private static String checked(List<String> routes, String route) {
		if (!routes.contains(route)) {
			throw absent();
		}
		return route;
	}

	private static ResponseStatusException absent() {
		return new ResponseStatusException(HttpStatus.NOT_FOUND);
	}

}
