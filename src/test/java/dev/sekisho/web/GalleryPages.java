package dev.sekisho.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * One page with every shared piece in every state.
 */
@Controller
class GalleryPages {

	private static final String BEFORE = """
			apiVersion: networking.istio.io/v1
			kind: VirtualService
			metadata:
			  name: service-a
			spec:
			  gateways:
			  - istio-ingress/sample-gateway
			  hosts:
			  - "*"
			  http:
			  - match:
			    - uri:
			        prefix: /api/v1/service-a
			    route:
			    - destination:
			        host: service-a.service-a.svc.cluster.local
			        port:
			          number: 80
			""";

	@GetMapping("/gallery")
	String gallery(Model model) {
		String after = BEFORE.replace("/service-a\n    route", "/service\n    timeout: 15s\n    route");
		model.addAttribute("yaml", BEFORE);
		model.addAttribute("edit", TextDiff.between(BEFORE, after, 3));
		model.addAttribute("created", TextDiff.between("", "kind: VirtualService\nmetadata:\n  name: orders\n", 3));
		model.addAttribute("paging", new Paging(2, 50, 5012, "/gallery?q=a"));
		model.addAttribute("now", Instant.parse("2026-02-11T12:04:31Z"));
		model.addAttribute("counts",
				List.of(new Count(2, "taken over from service-b", "bad"), new Count(1, "probably not intended", "warn"),
						new Count(0, "fixed", "ok"), new Count(4, "unchanged problems", "")));
		model.addAttribute("facets",
				List.of(new Facet("All", "5,012", "?", true, ""), new Facet("Warnings", "37", "?f=w", false, "warn"),
						new Facet("Never reached", "9", "?f=n", false, "bad")));
		model.addAttribute("steps", List.of(new Step("Sent", "11:58:02 · 9 of 9 checks passed", "done"),
				new Step("Pending", "waiting for an SRE", "now"), new Step("Approved", "by an SRE", "todo"),
				new Step("Applied", "written and read back", "todo"), new Step("Live: not measured", null, "unknown")));
		model.addAttribute("errors", Map.of("path", "The path must start with `/`."));
		model.addAttribute("hops", hops());
		return "gallery/gallery";
	}

	@GetMapping("/flash")
	String flash(RedirectAttributes attributes) {
		attributes.addFlashAttribute(Flash.NAME, Flash.success("gallery.flash", "orders-7k2fq"));
		return "redirect:/gallery";
	}

	private static List<Hop> hops() {
		String gateway = "namespace istio-ingress";
		String team = "namespace billing";
		return List.of(
				new Hop("ALB", "k8s-shared-prod", null, "unknown",
						"Registered healthy at 11:58:02 (latch); present health not measured.", "HTTPS 443", false,
						"AWS", "Ingress", List.of(), false),
				new Hop("Service", "istio-ingressgateway", "#", "healthy",
						"Selects the pods, 3 ready. The ALB sends straight to them.", "target-type ip", true, gateway,
						"Service", List.of(), false),
				new Hop("Gateway pods", "istio-ingressgateway", "#", "healthy", "3 of 3 ready.", "port 8080", false,
						gateway, "Pod conditions", List.of(), false),
				new Hop("Gateway", "sample-gateway", "#", "healthy", "Accepts every host (`*`).", "server http/80",
						true, gateway, "Gateway", List.of(), false),
				new Hop("VirtualService", "billing/billing", "#", "planned", "Position 4 of 14.", "host *", true, team,
						"route table", List.of(), false),
				new Hop("Service", "billing/billing", "#", "down", "Selects no pod; port 8080 exists.", "port 8080",
						true, team, "Service", List.of(), false),
				new Hop("Endpoints", "billing", "#", "degraded", "2 of 3 pods ready.", "port 8080", false, team,
						"EndpointSlice",
						List.of(new Pod("billing-6c9-2hx", "healthy"), new Pod("billing-6c9-q4z", "down")), true));
	}

	record Count(int number, String text, String tone) {
	}

	record Facet(String text, String count, String href, boolean current, String tone) {
	}

	record Step(String title, @Nullable String detail, String state) {
	}

	record Pod(String name, String state) {
	}

	record Hop(String kind, String name, @Nullable String href, String state, String reason, String wire, boolean rules,
			String zone, String source, List<Pod> pods, boolean broken) {
	}

}
