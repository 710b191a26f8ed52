package dev.sekisho.gateway.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.sekisho.web.TextDiff;

/**
 * The page that tells what a draft of a shared gateway would do, before it is saved.
 *
 * @param input what was typed
 * @param name the SharedGateway that is edited; empty for a new one
 * @param title its name
 * @param diff what differs
 * @param lines what is to be said about it
 * @param losses the routes that would lie outside its claims and don't today, as far as
 * the reader sees them
 * @param hidden how many others there are
 * @param mark names this effect
 * @param savable whether it can be saved
 * @param refused why it wasn't saved; empty if nobody tried
 * @param changed what somebody else changed meanwhile; {@code null} if nobody did
 */
record EffectPage(GatewayInput input, String name, String title, TextDiff diff, List<Line> lines, List<Lost> losses,
		int hidden, String mark, boolean savable, String refused, @Nullable TextDiff changed) {

	/**
	 * Whether it is to be a new one.
	 * @return {@code true} if so
	 */
	public boolean fresh() {
		return this.name.isEmpty();
	}

	/**
	 * Whether nothing differs.
	 * @return {@code true} if so
	 */
	public boolean same() {
		return this.diff.added() == 0 && this.diff.removed() == 0;
	}

	/**
	 * Something to be said.
	 *
	 * @param tone {@code ok}, {@code warn}, {@code bad} or empty
	 * @param text what
	 * @param why more about it; may be empty
	 * @param code the rule's code; empty for none
	 */
	record Line(String tone, String text, String why, String code) {

	}

	/**
	 * A route that would lie outside the claims.
	 *
	 * @param namespace its namespace
	 * @param virtualService its name
	 * @param host the host
	 * @param path the path; empty for any
	 * @param owner the team
	 */
	record Lost(String namespace, String virtualService, String host, String path, String owner) {

	}

}
