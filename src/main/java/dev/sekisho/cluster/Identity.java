package dev.sekisho.cluster;

import java.util.Set;

/**
 * Who the API server takes a credential for.
 *
 * @param username the name
 * @param uid the uid; may be empty
 * @param groups the groups
 */
public record Identity(String username, String uid, Set<String> groups) {

	public Identity {
		groups = Set.copyOf(groups);
	}

}
