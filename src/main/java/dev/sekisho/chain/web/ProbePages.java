package dev.sekisho.chain.web;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sekisho.access.Caller;
import dev.sekisho.chain.ProbeRefused;
import dev.sekisho.chain.Probes;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.web.Flash;

/**
 * The button that sends a probe. The result stands on the page of the chain.
 */
@Controller
class ProbePages {

	private final Probes probes;

	ProbePages(Probes probes) {
		this.probes = probes;
	}

	@PostMapping("/chains/{namespace}/{virtualService}/probes")
	String probe(Caller caller, @PathVariable String namespace, @PathVariable String virtualService,
			@ModelAttribute ProbeInput input, RedirectAttributes attributes) {
		try {
			this.probes.send(caller, new ObjectKey(namespace, virtualService), input.toRequest());
		}
		catch (ProbeRefused ex) {
			int status = ex.reason().status();
			if (status == 403 || status == 404) {
				throw new ResponseStatusException(HttpStatus.valueOf(status));
			}
			attributes.addFlashAttribute(Flash.NAME,
					Flash.danger("chain.probe.refused." + ex.reason().code(), ex.field()));
		}
		attributes.addAttribute("namespace", namespace).addAttribute("virtualService", virtualService);
		return "redirect:/chains/{namespace}/{virtualService}";
	}

}
