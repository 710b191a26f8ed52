package dev.sekisho.routing;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.impact.TrafficImpact.Moved;
import dev.sekisho.routing.table.PortTable;
import dev.sekisho.routing.table.RouteTable;

/**
 * Says whether a class of an impact covers a request.
 */
final class ImpactWorlds {

	private ImpactWorlds() {
	}

	static boolean covers(Moved moved, RouteTable before, RouteTable after, HttpRequest request) {
		return moved.port() == request.port() && same(moved.before(), before.answer(request).route())
				&& same(moved.after(), after.answer(request).route()) && inDomain(moved, request);
	}

	static boolean same(@Nullable Route one, @Nullable Route other) {
		if (one == null || other == null) {
			return one == other;
		}
		return one.virtualService().equals(other.virtualService()) && one.contentHash().equals(other.contentHash());
	}

	private static boolean inDomain(Moved moved, HttpRequest request) {
		return PortTable.domainFor(request.host(), List.of(moved.virtualHost())) != null;
	}

}
