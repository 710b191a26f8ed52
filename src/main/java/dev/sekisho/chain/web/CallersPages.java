package dev.sekisho.chain.web;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

import dev.sekisho.access.Caller;
import dev.sekisho.chain.IncomingRoutes;
import dev.sekisho.chain.Reached;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.route.Owners;

/**
 * What reaches a Service: the page and the REST call.
 */
@Controller
@Tag(name = "Chains")
class CallersPages {

	private final IncomingRoutes incoming;

	private final Owners owners;

	CallersPages(IncomingRoutes incoming, Owners owners) {
		this.incoming = incoming;
		this.owners = owners;
	}

	@GetMapping("/chains")
	String page(Caller caller, @RequestParam String service, Model model) {
		ObjectKey key = key(service);
		model.addAttribute("service", key);
		model.addAttribute("team", this.owners.of(key.namespace()).team());
		model.addAttribute("routes", CallersBody.of(key, routes(caller, key)).routes());
		return "chain/callers";
	}

	@ResponseBody
	@Operation(operationId = "chains", summary = "The chain behind a URL, or what reaches a Service")
	@GetMapping(path = "/api/v1/chains", params = "service")
	CallersBody body(Caller caller, @RequestParam String service) {
		ObjectKey key = key(service);
		return CallersBody.of(key, routes(caller, key));
	}

	private List<Reached> routes(Caller caller, ObjectKey service) {
		return this.incoming.of(caller, service).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private static ObjectKey key(String service) {
		String[] parts = service.split("/", -1);
		if (parts.length != 2 || parts[0].isBlank() || parts[1].isBlank()) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "service is namespace/name");
		}
		return new ObjectKey(parts[0], parts[1]);
	}

}
