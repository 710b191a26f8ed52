package dev.sekisho.access;

import java.util.Set;

import dev.sekisho.cluster.Identity;

/**
 * Tells people and service accounts from parts of the system and from those above all
 * rights. Kubernetes reserves names that begin with {@code system:}; an identity provider
 * that hands them out would make masters of its users, and who is above RBAC can't be
 * held to four eyes. Service accounts are fine: scripts use them.
 */
final class SystemAccounts {

	private static final String RESERVED = "system:";

	private static final String SERVICE_ACCOUNT = "system:serviceaccount:";

	private SystemAccounts() {
	}

	static boolean refuses(Identity identity) {
		String name = identity.username();
		Set<String> usual = Set.of();
		if (name.startsWith(RESERVED)) {
			String[] parts = name.substring(Math.min(SERVICE_ACCOUNT.length(), name.length())).split(":", -1);
			if (!name.startsWith(SERVICE_ACCOUNT) || parts.length != 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
				return true;
			}
			usual = Set.of("system:serviceaccounts", "system:serviceaccounts:" + parts[0]);
		}
		return name.isBlank() || !onlyUsual(identity.groups(), usual);
	}

	private static boolean onlyUsual(Set<String> groups, Set<String> usual) {
		return groups.stream()
			.allMatch((group) -> !group.startsWith(RESERVED) || group.equals("system:authenticated")
					|| usual.contains(group));
	}

}
