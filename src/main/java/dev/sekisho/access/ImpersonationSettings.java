package dev.sekisho.access;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.boot.context.properties.bind.DefaultValue;

import dev.sekisho.cluster.Identity;

/**
 * Whom the portal impersonates, where it takes tokens for an audience of its own. The
 * cluster's rights must say the same. Nothing of the system is ever among them.
 *
 * @param users names of people
 * @param groups names of groups; a person's other groups are left out
 * @param serviceAccounts service accounts of scripts, as {@code namespace/name}
 */
public record ImpersonationSettings(@DefaultValue Set<String> users, @DefaultValue Set<String> groups,
		@DefaultValue Set<String> serviceAccounts) {

	/** Nobody. */
	static final ImpersonationSettings NOBODY = new ImpersonationSettings(Set.of(), Set.of(), Set.of());

	private static final String SERVICE_ACCOUNT = "system:serviceaccount:";

	// Names travel in headers.
	private static final Pattern NAME = Pattern.compile("[!-~]([ -~]*[!-~])?");

	private static final Pattern SERVICE_ACCOUNT_NAME = Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?/[-.a-z0-9]+");

	public ImpersonationSettings {
		users = Set.copyOf(users);
		groups = Set.copyOf(groups);
		serviceAccounts = Set.copyOf(serviceAccounts);
		List<String> wrong = Stream
			.concat(Stream.of(users, groups).flatMap(Collection::stream).filter((name) -> !allowed(name)),
					serviceAccounts.stream().filter((name) -> !SERVICE_ACCOUNT_NAME.matcher(name).matches()))
			.sorted()
			.toList();
		if (!wrong.isEmpty()) {
			throw new IllegalArgumentException("The portal impersonates nobody of the system, and no names that a "
					+ "header can't hold; sekisho.access.impersonation has " + wrong);
		}
	}

	/**
	 * Whether anybody is impersonated.
	 * @return {@code false} if nobody is
	 */
	boolean anybody() {
		return !this.users.isEmpty() || !this.serviceAccounts.isEmpty();
	}

	/**
	 * As whom the portal calls for somebody.
	 * @param owner whose token it is
	 * @return the name, with those of the groups that are listed; for a service account
	 * without groups, which the API server knows; empty for who isn't listed
	 */
	Optional<Identity> of(Identity owner) {
		String name = owner.username();
		if (name.startsWith(SERVICE_ACCOUNT)) {
			String account = name.substring(SERVICE_ACCOUNT.length()).replaceFirst(":", "/");
			return this.serviceAccounts.contains(account) ? Optional.of(new Identity(name, "", Set.of()))
					: Optional.empty();
		}
		Set<String> listed = owner.groups().stream().filter(this.groups::contains).collect(Collectors.toSet());
		return this.users.contains(name) ? Optional.of(new Identity(name, "", listed)) : Optional.empty();
	}

	private static boolean allowed(String name) {
		return NAME.matcher(name).matches() && !name.startsWith("system:");
	}

}
