package dev.sekisho.guard.web;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

import dev.sekisho.access.Caller;
import dev.sekisho.access.Rights;
import dev.sekisho.cluster.Freshness;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.guard.ForeignWrite;
import dev.sekisho.guard.ForeignWrites;
import dev.sekisho.guard.Writer;
import dev.sekisho.route.Owners;
import dev.sekisho.route.SharedGateway;
import dev.sekisho.route.SharedGateways;
import dev.sekisho.web.Paging;

/**
 * What writes past the portal on a shared gateway, as a page and for scripts.
 */
@Controller
@Tag(name = "Gateways")
class GuardPages {

	private static final int SIZE = 50;

	private final SharedGateways gateways;

	private final ForeignWrites writes;

	private final Rights rights;

	private final Owners owners;

	GuardPages(SharedGateways gateways, ForeignWrites writes, Rights rights, Owners owners) {
		this.gateways = gateways;
		this.writes = writes;
		this.rights = rights;
		this.owners = owners;
	}

	@GetMapping("/api/v1/gateways/{name}/writers")
	@ResponseBody
	@Operation(summary = "What changes a shared gateway without a review",
			description = "VirtualServices on it that no applied change wrote, Gateways on its pods, Ingresses in its "
					+ "ALB's group, and what no admission policy can tell: delegates, ServiceEntries, EnvoyFilters. Only "
					+ "what is in namespaces that the caller sees.")
	@ApiResponse(responseCode = "200", description = "The objects, by way and name.")
	@ApiResponse(responseCode = "404", description = "No such shared gateway.")
	WriterList writers(Caller caller, @PathVariable String name) {
		Freshness freshness = this.writes.freshness();
		List<WriterItem> items = of(caller, gateway(name)).stream().map(WriterItem::of).toList();
		return new WriterList(items, items.size(), freshness.asOf(), freshness.live());
	}

	@GetMapping("/gateways/{name}/writers")
	String page(Caller caller, @PathVariable String name, @RequestParam(defaultValue = "") String way,
			@RequestParam(defaultValue = "1") int page, Model model) {
		SharedGateway gateway = gateway(name);
		List<ForeignWrite> all = of(caller, gateway);
		List<ForeignWrite> those = all.stream()
			.filter((write) -> way.isEmpty() || way.equals(write.way().value()))
			.toList();
		Paging paging = new Paging(page, SIZE, those.size(), "?way=" + (WayFacet.known(way) ? way : ""));
		model.addAttribute("gateway", gateway);
		model.addAttribute("ways", WayFacet.of(all, way));
		model.addAttribute("total", all.size());
		model.addAttribute("denied", all.stream().filter(ForeignWrite::wouldBeDenied).count());
		model.addAttribute("untold", all.stream().filter((write) -> !write.way().told()).count());
		model.addAttribute("paging", paging);
		model.addAttribute("rows",
				those.subList(paging.offset(), paging.last())
					.stream()
					.map((write) -> WriteRow.of(write, this.owners.of(write.object().namespace())))
					.toList());
		return "guard/writers";
	}

	private List<ForeignWrite> of(Caller caller, SharedGateway gateway) {
		return this.writes.on(gateway, this.rights.visibility(caller, gateway.name()));
	}

	private SharedGateway gateway(String name) {
		return this.gateways.find(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	/**
	 * What writes past the portal.
	 *
	 * @param items the objects
	 * @param total how many
	 * @param asOf until when this is known to be current
	 * @param live whether the watches are up
	 */
	record WriterList(List<WriterItem> items, int total, @Nullable Instant asOf, boolean live) {

	}

	/**
	 * An object by which somebody changes the gateway without a review.
	 *
	 * @param way how: {@code unreviewed}, {@code changed}, {@code gateway},
	 * {@code ingress}, {@code delegate}, {@code service-entry} or {@code envoy-filter}
	 * @param kind its kind
	 * @param object its namespace and name
	 * @param about what it does it to; may be empty
	 * @param told whether an admission policy can tell it
	 * @param enforced whether its namespace enforces the guard
	 * @param wouldBeDenied whether the guard would deny such a write, were it enforced
	 * there
	 * @param manager the program that wrote it last; {@code null} while that isn't known
	 * @param time when that was; {@code null} while that isn't known
	 */
	record WriterItem(String way, String kind, ObjectKey object, String about, boolean told, boolean enforced,
			boolean wouldBeDenied, @Nullable String manager, @Nullable Instant time) {

		static WriterItem of(ForeignWrite write) {
			Writer writer = write.writer();
			return new WriterItem(write.way().value(), write.kind(), write.object(), write.about(), write.way().told(),
					write.enforced(), write.wouldBeDenied(), (writer != null) ? writer.manager() : null,
					(writer != null) ? writer.time() : null);
		}

	}

}
