package dev.sekisho.sandbox.access;

import java.util.ArrayList;
import java.util.List;

/**
 * Somebody who calls the API server.
 *
 * @param username the name
 * @param uid the uid; may be empty
 * @param groups the groups
 */
public record User(String username, String uid, List<String> groups) {

	/** The group of everybody who has authenticated. */
	static final String AUTHENTICATED = "system:authenticated";

	private static final String SERVICE_ACCOUNT = "system:serviceaccount:";

	public User {
		groups = List.copyOf(groups);
	}

	/**
	 * A person.
	 * @param username the name
	 * @param uid the uid; may be empty
	 * @param groups the groups, without the one of everybody
	 * @return the user
	 */
	public static User person(String username, String uid, List<String> groups) {
		List<String> all = new ArrayList<>(groups);
		if (!all.contains(AUTHENTICATED)) {
			all.add(AUTHENTICATED);
		}
		return new User(username, uid, all);
	}

	/**
	 * A service account.
	 * @param namespace its namespace
	 * @param name its name
	 * @param uid its uid; may be empty
	 * @return the user
	 */
	public static User serviceAccount(String namespace, String name, String uid) {
		return person(SERVICE_ACCOUNT + namespace + ":" + name, uid,
				List.of("system:serviceaccounts", "system:serviceaccounts:" + namespace));
	}

	/**
	 * Somebody by name only, as an impersonation names them: a service account gets its
	 * groups.
	 * @param username the name
	 * @param uid the uid; may be empty
	 * @return the user
	 */
	public static User named(String username, String uid) {
		String[] parts = username.split(":", -1);
		if (username.startsWith(SERVICE_ACCOUNT) && parts.length == 4) {
			return serviceAccount(parts[2], parts[3], uid);
		}
		return person(username, uid, List.of());
	}

}
