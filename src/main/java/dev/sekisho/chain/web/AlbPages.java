package dev.sekisho.chain.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

import dev.sekisho.access.Caller;
import dev.sekisho.chain.AlbCandidate;
import dev.sekisho.chain.AlbCandidates;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.web.VisibleText;

/**
 * ALBs that could move onto a shared gateway: the page and the REST call. From the page
 * the VirtualService that would replace an Ingress goes into the form in one click.
 */
@Controller
class AlbPages {

	private final AlbCandidates candidates;

	private final ChainTexts texts;

	AlbPages(AlbCandidates candidates, ChainTexts texts) {
		this.candidates = candidates;
		this.texts = texts;
	}

	@GetMapping("/gateways/{name}/albs")
	String page(Caller caller, @PathVariable String name, Locale locale, Model model) {
		model.addAttribute("gateway", name);
		model.addAttribute("candidates", body(caller, name, locale).items());
		return "chain/albs";
	}

	@Tag(name = "Chains")
	@Operation(operationId = "albs", summary = "ALBs that could move onto a shared gateway",
			description = "Ingresses with an ALB beside the shared one, in namespaces that the caller sees: what each "
					+ "takes there, and the VirtualServices that would replace it.")
	@ApiResponse(responseCode = "200", description = "The Ingresses, by namespace and name.")
	@ApiResponse(responseCode = "404", description = "No such shared gateway.")
	@ResponseBody
	@GetMapping("/api/v1/gateways/{name}/albs")
	Body body(Caller caller, @PathVariable String name, Locale locale) {
		return new Body(name,
				this.candidates.of(caller, name)
					.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
					.stream()
					.map((candidate) -> Item.of(candidate, this.texts, locale))
					.toList());
	}

	private static String yaml(Map<String, Object> manifest) {
		DumperOptions options = new DumperOptions();
		options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
		return new Yaml(options).dump(manifest);
	}

	/**
	 * The answer.
	 *
	 * @param sharedGateway the shared gateway
	 * @param items the Ingresses that could move onto it
	 */
	record Body(String sharedGateway, List<Item> items) {

	}

	/**
	 * An Ingress that could move.
	 *
	 * @param ingress the Ingress
	 * @param team the team behind it
	 * @param loadBalancer its ALB's name in DNS; may be empty
	 * @param sharing how many other Ingresses share that ALB
	 * @param rules how many listener rules it takes there
	 * @param targetGroups how many target groups
	 * @param certificates how many certificates it names
	 * @param replacements the VirtualServices that would replace it
	 * @param remarks what doesn't move along or needs a look, in words
	 */
	record Item(ObjectKey ingress, String team, String loadBalancer, int sharing, int rules, int targetGroups,
			int certificates, List<Manifest> replacements, List<String> remarks) {

		private static Item of(AlbCandidate candidate, ChainTexts texts, Locale locale) {
			return new Item(candidate.ingress(), candidate.team(), VisibleText.of(candidate.balancer()),
					candidate.sharing(), candidate.rules(), candidate.targetGroups(), candidate.certificates(),
					candidate.replacements()
						.stream()
						.map((one) -> new Manifest(one.host(), one.name(), yaml(one.manifest())))
						.toList(),
					candidate.remarks().stream().map((remark) -> texts.text(remark, locale)).toList());
		}

	}

	/**
	 * A VirtualService.
	 *
	 * @param host its host
	 * @param name its name
	 * @param yaml the whole of it
	 */
	record Manifest(String host, String name, String yaml) {

	}

}
