package dev.sekisho.sandbox;

import java.util.List;

/**
 * Somebody to sign in as.
 *
 * @param username the user name
 * @param token the bearer token, valid in a sandbox only
 * @param groups the groups
 * @param namespaces where this person is an author; empty for a reviewer
 * @param reviewer whether this person reviews the changes of the shared gateway
 */
public record Person(String username, String token, List<String> groups, List<String> namespaces, boolean reviewer) {

	static final List<Person> ALL = List.of(author("alice", "service-a", "orders"),
			author("bob", "service-b", "payments"), reviewer("carol"), reviewer("dan"));

	public Person {
		groups = List.copyOf(groups);
		namespaces = List.copyOf(namespaces);
	}

	private static Person author(String name, String... namespaces) {
		return new Person(name, "sandbox-" + name, List.of("sandbox:authors"), List.of(namespaces), false);
	}

	private static Person reviewer(String name) {
		return new Person(name, "sandbox-" + name, List.of("sandbox:sre"), List.of(), true);
	}

}
