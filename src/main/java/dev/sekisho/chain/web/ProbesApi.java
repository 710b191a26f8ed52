package dev.sekisho.chain.web;

import java.util.Locale;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

import dev.sekisho.access.Caller;
import dev.sekisho.chain.ProbeRefused;
import dev.sekisho.chain.ProbeRequest;
import dev.sekisho.chain.Probes;
import dev.sekisho.cluster.ObjectKey;

/**
 * Probes for scripts: a pipeline waits until its own Service answers through the gateway.
 */
@RestController
@Tag(name = "Chains")
class ProbesApi {

	private static final ProbeInput DEFAULTS = new ProbeInput(null, null, null, null, null, null);

	private final Probes probes;

	private final ChainTexts texts;

	ProbesApi(Probes probes, ChainTexts texts) {
		this.probes = probes;
		this.texts = texts;
	}

	@Operation(operationId = "probe", summary = "Send a request through the gateway",
			description = "Off unless `sekisho.chain.probe.cidrs` is set. Sends one GET or HEAD to a gateway pod, "
					+ "provided that the route table gives it to this VirtualService, and says whether its Service "
					+ "answered: by a header or a text in the body that only that Service answers with.")
	@ApiResponse(responseCode = "200", description = "What came of it.")
	@ApiResponse(responseCode = "400", description = "A field can't be used.")
	@ApiResponse(responseCode = "403", description = "The caller can't propose changes in the namespace.")
	@ApiResponse(responseCode = "404",
			description = "No such VirtualService on a shared gateway, or the caller " + "doesn't see its namespace.")
	@ApiResponse(responseCode = "409",
			description = "Probes are off, another route gets the request, or there is no "
					+ "gateway pod that may be probed.")
	@ApiResponse(responseCode = "429", description = "Too many probes.")
	@PostMapping("/api/v1/chains/{namespace}/{virtualService}/probes")
	ProbeBody probe(Caller caller, @PathVariable String namespace, @PathVariable String virtualService,
			@RequestBody(required = false) @Nullable ProbeInput input, Locale locale) {
		try {
			ProbeRequest request = ((input != null) ? input : DEFAULTS).toRequest();
			return ProbeBody.of(this.probes.send(caller, new ObjectKey(namespace, virtualService), request), this.texts,
					locale);
		}
		catch (ProbeRefused ex) {
			throw new ResponseStatusException(HttpStatus.valueOf(ex.reason().status()),
					this.texts.message("probe.refused." + ex.reason().code(), locale, ex.field()), ex);
		}
	}

}
