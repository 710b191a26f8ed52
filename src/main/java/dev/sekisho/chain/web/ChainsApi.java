package dev.sekisho.chain.web;

import java.util.Locale;
import java.util.Optional;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

import dev.sekisho.access.Caller;
import dev.sekisho.chain.Chain;
import dev.sekisho.chain.Chains;
import dev.sekisho.chain.Probes;
import dev.sekisho.cluster.ObjectKey;

/**
 * Chains: by VirtualService, or by a URL that is looked up in the route tables first.
 */
@RestController
@Tag(name = "Chains")
class ChainsApi {

	private final Chains chains;

	private final Probes probes;

	private final ChainTexts texts;

	ChainsApi(Chains chains, Probes probes, ChainTexts texts) {
		this.chains = chains;
		this.probes = probes;
		this.texts = texts;
	}

	@Operation(summary = "The chain of a VirtualService, hop by hop",
			description = "From the load balancer to the pods: for each hop its object, its state (healthy, degraded, "
					+ "down or unknown), the reason in a sentence, the evidence and what to do. Sentences are in the "
					+ "language of Accept-Language; codes aren't.")
	@ApiResponse(responseCode = "200", description = "The chain, as the watches show it.")
	@ApiResponse(responseCode = "404",
			description = "No such VirtualService on a shared gateway, or the caller doesn't " + "see its namespace.")
	@GetMapping("/api/v1/chains/{namespace}/{virtualService}")
	ChainBody chain(Caller caller, @PathVariable String namespace, @PathVariable String virtualService, Locale locale) {
		return body(this.chains.of(caller, new ObjectKey(namespace, virtualService)), locale);
	}

	@Operation(operationId = "chains", summary = "The chain behind a URL, or what reaches a Service",
			description = "With url: the chain of the route that gets a GET of it, on gateway where there are several. "
					+ "With service (namespace/name): the routes that lead to that Service.")
	@ApiResponse(responseCode = "200", description = "The chain, or the routes.")
	@ApiResponse(responseCode = "400", description = "Neither url nor service is given, or it can't be read.")
	@ApiResponse(responseCode = "404", description = "No route gets it, no such Service, or the caller doesn't see it.")
	@GetMapping(path = "/api/v1/chains", params = "!service")
	ChainBody answering(Caller caller, @RequestParam String url, @RequestParam(defaultValue = "") String gateway,
			Locale locale) {
		AskedUrl asked = AskedUrl.of(url);
		return body(this.chains.answering(caller, gateway, asked.host(), asked.target()), locale);
	}

	private ChainBody body(Optional<Chain> chain, Locale locale) {
		return chain
			.map((found) -> ChainBody.of(found,
					this.probes.last(found.virtualService())
						.map((last) -> ProbeBody.of(last, this.texts, locale))
						.orElse(null),
					this.texts, locale))

			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

}
