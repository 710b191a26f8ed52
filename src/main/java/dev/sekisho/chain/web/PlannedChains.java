package dev.sekisho.chain.web;

import java.util.Locale;
import java.util.Map;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

import dev.sekisho.access.Caller;
import dev.sekisho.chain.Chain;
import dev.sekisho.chain.Chains;

/**
 * The chain as it would become, beside the register form. Stores nothing.
 */
@Controller
class PlannedChains {

	private static final int LONGEST = 256 * 1024;

	private final Chains chains;

	private final ChainTexts texts;

	PlannedChains(Chains chains, ChainTexts texts) {
		this.chains = chains;
		this.texts = texts;
	}

	@PostMapping("/chains/planned")
	String planned(Caller caller, @RequestParam String gateway, @RequestParam String manifest,
			@RequestHeader(name = "HX-Request", defaultValue = "false") boolean partial, Locale locale, Model model) {
		Chain chain = this.chains.planned(caller, gateway, read(manifest, locale))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		model.addAttribute("chain", ChainView.of(chain, this.texts, locale));
		return partial ? "chain/planned :: planned" : "chain/planned";
	}

	private GenericKubernetesResource read(String manifest, Locale locale) {
		Map<?, ?> document = document(manifest, locale);
		Map<?, ?> metadata = map(document.get("metadata"));
		if (!(metadata.get("namespace") instanceof String namespace) || !(metadata.get("name") instanceof String name)
				|| !"VirtualService".equals(document.get("kind"))) {
			throw unreadable(locale);
		}
		GenericKubernetesResource resource = new GenericKubernetesResource();
		resource.setApiVersion("networking.istio.io/v1");
		resource.setKind("VirtualService");
		resource.setMetadata(new ObjectMetaBuilder().withNamespace(namespace).withName(name).build());
		resource.setAdditionalProperty("spec", map(document.get("spec")));
		return resource;
	}

	private Map<?, ?> document(String manifest, Locale locale) {
		if (manifest.length() > LONGEST) {
			throw unreadable(locale);
		}
		LoaderOptions options = new LoaderOptions();
		options.setMaxAliasesForCollections(0);
		options.setAllowDuplicateKeys(false);
		try {
			return map(new Yaml(new SafeConstructor(options)).load(manifest));
		}
		catch (YAMLException ex) {
			throw unreadable(locale);
		}
	}

	private static Map<?, ?> map(@Nullable Object value) {
		return (value instanceof Map<?, ?> map) ? map : Map.of();
	}

	private ResponseStatusException unreadable(Locale locale) {
		return new ResponseStatusException(HttpStatus.BAD_REQUEST, this.texts.message("planned.unreadable", locale));
	}

}
