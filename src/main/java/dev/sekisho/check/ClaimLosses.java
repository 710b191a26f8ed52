package dev.sekisho.check;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.sekisho.check.claim.ClaimedSpace;
import dev.sekisho.route.Claim;
import dev.sekisho.route.LiveTable;
import dev.sekisho.route.ServiceCatalog;
import dev.sekisho.route.SharedGateway;
import dev.sekisho.routing.ObjectName;
import dev.sekisho.routing.Route;
import dev.sekisho.routing.VirtualHost;

/**
 * Tells which routes there are would lie outside the claims of a shared gateway if those
 * were changed. They stay, but can't be changed any more except to go.
 */
@Component
public class ClaimLosses {

	private final ServiceCatalog services;

	ClaimLosses(ServiceCatalog services) {
		this.services = services;
	}

	/**
	 * The routes that are claimed and would be no more.
	 * @param table the route table as it is, with the shared gateway as it is
	 * @param after the shared gateway as it would be
	 * @return the routes, by VirtualService
	 */
	public List<Loss> of(LiveTable table, SharedGateway after) {
		SharedGateway gateway = table.gateway();
		Spaces before = new Spaces(gateway.derived() ? null : gateway.claims());
		Spaces then = new Spaces(after.claims());
		TreeSet<Loss> losses = new TreeSet<>(Loss.ORDER);
		for (int port : table.table().ports()) {
			for (VirtualHost host : table.table().virtualHosts(port)) {
				String name = host.domains().get(0);
				host.routes()
					.stream()
					.filter((route) -> before.permits(table, name, route) && !then.permits(table, name, route))
					.forEach((route) -> losses
						.add(new Loss(route.virtualService(), name, route.match().path().value())));
			}
		}
		return List.copyOf(losses);
	}

	/**
	 * A route that would lie outside the claims.
	 *
	 * @param virtualService the VirtualService it is in
	 * @param host the host
	 * @param path the path of its match; empty for any
	 */
	public record Loss(ObjectName virtualService, String host, String path) {

		private static final Comparator<Loss> ORDER = Comparator.comparing(Loss::virtualService)
			.thenComparing(Loss::host)
			.thenComparing(Loss::path);

	}

	private final class Spaces {

		private final @Nullable List<Claim> claims;

		private final Map<String, ClaimedSpace> spaces = new HashMap<>();

		Spaces(@Nullable List<Claim> claims) {
			this.claims = claims;
		}

		boolean permits(LiveTable table, String host, Route route) {
			return this.spaces
				.computeIfAbsent(route.virtualService().namespace(),
						(namespace) -> ClaimedSpace.of(this.claims, namespace,
								ClaimLosses.this.services.namespaceLabels(namespace)))
				.permits(host, route, table.world().mesh());
		}

	}

}
