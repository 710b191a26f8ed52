package dev.sekisho.route.web;

import org.jspecify.annotations.Nullable;

import dev.sekisho.route.EntryPoint;
import dev.sekisho.route.LiveTable;
import dev.sekisho.route.OpenChange;
import dev.sekisho.routing.Answer;
import dev.sekisho.routing.HttpRequest;
import dev.sekisho.routing.table.RouteTable;

/**
 * A request and its answers.
 *
 * @param table the table as it is
 * @param tried the request as a client sends it
 * @param request the request as it arrives at the gateway
 * @param entry what the load balancer does with it; {@code null} if it isn't known how
 * the client comes
 * @param now the answer now
 * @param change the change whose effect was asked for
 * @param afterTable the table after that change
 * @param after the answer after it
 */
record Simulation(LiveTable table, TriedRequest tried, HttpRequest request, @Nullable EntryPoint entry, Answer now,
		@Nullable OpenChange change, @Nullable RouteTable afterTable, @Nullable Answer after) {

	/**
	 * Whether the change gives the request to another VirtualService, or to another
	 * destination.
	 * @return {@code false} also without a change
	 */
	public boolean changed() {
		return this.after != null && !what(this.now).equals(what(this.after));
	}

	private static String what(Answer answer) {
		String winner = (answer.route() != null) ? answer.route().virtualService().toString() : "";
		return answer.outcome() + " " + answer.statuses() + " " + winner + " " + answer.destinations() + " "
				+ answer.upstreamPath() + " " + answer.location();
	}

}
