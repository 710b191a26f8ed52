package dev.sekisho.chain.web;

import java.util.Locale;
import java.util.Optional;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

import dev.sekisho.access.Caller;
import dev.sekisho.chain.Chain;
import dev.sekisho.chain.Chains;
import dev.sekisho.cluster.ObjectKey;

/**
 * Chains: by VirtualService, or by a URL that is looked up in the route tables first.
 */
@RestController
class ChainsApi {

	private final Chains chains;

	private final ChainTexts texts;

	ChainsApi(Chains chains, ChainTexts texts) {
		this.chains = chains;
		this.texts = texts;
	}

	@GetMapping("/api/v1/chains/{namespace}/{virtualService}")
	ChainBody chain(Caller caller, @PathVariable String namespace, @PathVariable String virtualService, Locale locale) {
		return body(this.chains.of(caller, new ObjectKey(namespace, virtualService)), locale);
	}

	@GetMapping(path = "/api/v1/chains", params = "!service")
	ChainBody answering(Caller caller, @RequestParam String url, @RequestParam(defaultValue = "") String gateway,
			Locale locale) {
		AskedUrl asked = AskedUrl.of(url);
		return body(this.chains.answering(caller, gateway, asked.host(), asked.target()), locale);
	}

	private ChainBody body(Optional<Chain> chain, Locale locale) {
		return chain.map((found) -> ChainBody.of(found, this.texts, locale))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

}
