package dev.sekisho.routing.condition;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.RouteAction;
import dev.sekisho.routing.RouteMatch;
import dev.sekisho.routing.condition.CompiledRoute.CompiledAction;

/**
 * Identifies what a route matches and does. Whether a destination exists isn't part of
 * it.
 */
public final class ContentHash {

	private static final char SEPARATOR = '\u001F';

	private final StringBuilder text = new StringBuilder();

	private ContentHash() {
	}

	/**
	 * Works out the hash.
	 * @param match what the route matches
	 * @param action what it does
	 * @return the hash, hexadecimal
	 */
	public static String of(RouteMatch match, CompiledAction action) {
		ContentHash hash = new ContentHash();
		hash.add("path").add(match.path()).add(match.ignoreCase());
		hash.add("method").add(match.method()).add("scheme").add(match.scheme());
		hash.add("authority").add(match.authority());
		match.headers().forEach((header) -> hash.add("header").add(header.name()).add(header.value()));
		match.withoutHeaders().forEach((header) -> hash.add("without").add(header.name()).add(header.value()));
		match.queryParams().forEach((param) -> hash.add("query").add(param.name()).add(param.value()));
		hash.add(action.action());
		action.destinationHosts().forEach(hash::add);
		return hash.digest();
	}

	private void add(RouteAction action) {
		if (action instanceof RouteAction.Forward forward) {
			add("forward");
			forward.destinations().forEach((to) -> add(to.cluster()).add(to.weight()));
			add("rewrite").add(forward.rewrite()).add("timeout").add(forward.timeout());
			add("retries").add(forward.retries());
			forward.mirrors().forEach((to) -> add("mirror").add(to.cluster()));
			forward.effects().forEach((effect) -> add("effect").add(effect));
		}
		else {
			add((Object) action);
		}
	}

	private ContentHash add(@Nullable Object value) {
		this.text.append(value).append(SEPARATOR);
		return this;
	}

	private String digest() {
		try {
			byte[] bytes = this.text.toString().getBytes(StandardCharsets.UTF_8);
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
