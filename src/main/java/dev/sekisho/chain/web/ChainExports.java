package dev.sekisho.chain.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

import dev.sekisho.access.Caller;
import dev.sekisho.chain.Chain;
import dev.sekisho.chain.Chains;
import dev.sekisho.cluster.ObjectKey;

/**
 * Chains to take away: as text for wikis, as a picture for documents.
 */
@Controller
class ChainExports {

	private static final MediaType SVG = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);

	private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

	private final Chains chains;

	private final ChainTexts texts;

	ChainExports(Chains chains, ChainTexts texts) {
		this.chains = chains;
		this.texts = texts;
	}

	@GetMapping({ "/chains/{namespace}/{virtualService}.mmd", "/api/v1/chains/{namespace}/{virtualService}.mmd" })
	ResponseEntity<String> mermaid(Caller caller, @PathVariable String namespace, @PathVariable String virtualService,
			Locale locale) {
		Chain chain = chain(caller, namespace, virtualService);
		return answer(TEXT, ChainMermaid.of(chain, ChainView.of(chain, this.texts, locale),
				(state) -> this.texts.state(state, locale)));
	}

	@GetMapping({ "/chains/{namespace}/{virtualService}.svg", "/api/v1/chains/{namespace}/{virtualService}.svg" })
	ResponseEntity<String> picture(Caller caller, @PathVariable String namespace, @PathVariable String virtualService,
			Locale locale) {
		Chain chain = chain(caller, namespace, virtualService);
		return answer(SVG,
				new ChainSvg(chain, ChainView.of(chain, this.texts, locale), (state) -> this.texts.state(state, locale))
					.draw());
	}

	private Chain chain(Caller caller, String namespace, String virtualService) {
		return this.chains.of(caller, new ObjectKey(namespace, virtualService))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private static ResponseEntity<String> answer(MediaType type, String body) {
		return ResponseEntity.ok().contentType(type).body(body);
	}

}
