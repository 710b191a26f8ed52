package dev.sekisho.chain.web;

import java.util.Locale;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import dev.sekisho.access.Caller;
import dev.sekisho.chain.Chain;
import dev.sekisho.chain.ChainLinks;
import dev.sekisho.chain.Chains;
import dev.sekisho.chain.Probes;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.route.Owners;

/**
 * The page of one chain. After a hint the browser asks for it again and takes over the
 * part that may have changed.
 */
@Controller
class ChainPages {

	private final Chains chains;

	private final ChainTexts texts;

	private final Owners owners;

	private final ChainLinks links;

	private final Probes probes;

	ChainPages(Chains chains, ChainTexts texts, Owners owners, ChainLinks links, Probes probes) {
		this.chains = chains;
		this.texts = texts;
		this.owners = owners;
		this.links = links;
		this.probes = probes;
	}

	@GetMapping("/chains/{namespace}/{virtualService}")
	String chain(Caller caller, @PathVariable String namespace, @PathVariable String virtualService,
			@RequestParam(defaultValue = "") String seen, @RequestParam(defaultValue = "") String part,
			@RequestHeader(name = "HX-Request", defaultValue = "false") boolean partial, Locale locale, Model model) {
		Chain chain = this.chains.of(caller, new ObjectKey(namespace, virtualService))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		ChainView view = ChainView.of(chain, this.texts, locale);
		model.addAttribute("chain", view);
		model.addAttribute("links", this.links.of(chain));
		model.addAttribute("drifted", this.chains.driftedFrom(chain).orElse(null));
		model.addAttribute("progress",
				this.chains.progress(chain).map((one) -> ProgressView.of(one, this.texts, locale)).orElse(null));
		model.addAttribute("frozen", this.chains.frozen(caller, chain.sharedGateway()).orElse(null));
		model.addAttribute("refused", chain.refused());
		model.addAttribute("changed", partial && !seen.isEmpty() && !seen.equals(view.fingerprint()));
		model.addAttribute("probe",
				this.probes.last(chain.virtualService())
					.map((last) -> ProbeView.of(last, this.texts, locale))
					.orElse(null));
		model.addAttribute("probing", this.probes.offered(caller, namespace));
		model.addAttribute("team", this.owners.of(namespace).team());
		if (!partial) {
			return "chain/chain";
		}
		return "picture".equals(part) ? "chain/chain :: picture" : "chain/chain :: live";
	}

}
