package dev.sekisho.chain;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

import dev.sekisho.route.Owners;

/**
 * The teams behind namespaces, each looked up once.
 */
final class Teams implements UnaryOperator<String> {

	private final Owners owners;

	private final Map<String, String> known = new HashMap<>();

	Teams(Owners owners) {
		this.owners = owners;
	}

	@Override
	public String apply(String namespace) {
		return this.known.computeIfAbsent(namespace, (name) -> this.owners.of(name).team());
	}

}
