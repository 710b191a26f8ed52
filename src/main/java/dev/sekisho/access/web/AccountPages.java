package dev.sekisho.access.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import dev.sekisho.access.AccessSettings;
import dev.sekisho.access.Caller;
import dev.sekisho.access.Callers;
import dev.sekisho.access.Rights;

/**
 * Who somebody is here, what they may do, and in which way the portal acts for them.
 */
@Controller
class AccountPages {

	private final Callers callers;

	private final Rights rights;

	private final AccessSettings settings;

	AccountPages(Callers callers, Rights rights, AccessSettings settings) {
		this.callers = callers;
		this.rights = rights;
		this.settings = settings;
	}

	@GetMapping("/account")
	String account(Caller caller, Model model) {
		model.addAttribute("name", caller.username());
		model.addAttribute("groups", caller.identity().groups().stream().sorted().toList());
		model.addAttribute("namespaces", this.rights.authorNamespaces(caller));
		model.addAttribute("gateways", this.rights.reviewedGateways(caller));
		model.addAttribute("way", this.callers.way().name());
		model.addAttribute("audience", this.settings.audience());
		return "access/account";
	}

}
