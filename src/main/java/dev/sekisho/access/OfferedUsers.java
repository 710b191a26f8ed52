package dev.sekisho.access;

import java.util.List;

/**
 * People that anybody may sign in as, where there are such: those of a sandbox.
 */
@FunctionalInterface
public interface OfferedUsers {

	/**
	 * Who is offered.
	 * @return the people; empty on a real cluster
	 */
	List<OfferedUser> users();

	/**
	 * Somebody that anybody may sign in as.
	 *
	 * @param username the user name
	 * @param token the bearer token
	 * @param namespaces where this person is an author
	 * @param reviewer whether this person reviews changes
	 */
	record OfferedUser(String username, String token, List<String> namespaces, boolean reviewer) {

		public OfferedUser {
			namespaces = List.copyOf(namespaces);
		}

		@Override
		public String toString() {
			return "OfferedUser[" + this.username + "]";
		}

	}

}
