package dev.sekisho.check.claim;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.sekisho.check.Examination;
import dev.sekisho.route.Claim;
import dev.sekisho.route.SharedGateway;
import dev.sekisho.routing.MeshSettings;
import dev.sekisho.routing.Route;
import dev.sekisho.routing.StringMatch;
import dev.sekisho.routing.StringMatch.Kind;
import dev.sekisho.routing.overlap.PathSpace;

/**
 * What one namespace may use on a shared gateway.
 */
public final class ClaimedSpace {

	private final boolean open;

	private final String namespace;

	private final List<Claim> claims;

	private ClaimedSpace(boolean open, String namespace, List<Claim> claims) {
		this.open = open;
		this.namespace = namespace;
		this.claims = claims;
	}

	static ClaimedSpace of(Examination examination) {
		return of(examination, examination.namespace());
	}

	/**
	 * What a namespace may use on the examined gateway.
	 * @param examination tells the gateway and the namespace's labels
	 * @param namespace the namespace
	 * @return its space
	 */
	public static ClaimedSpace of(Examination examination, String namespace) {
		SharedGateway gateway = examination.gateway();
		return of(gateway.derived() ? null : gateway.claims(), namespace, examination.surroundings().labels(namespace));
	}

	/**
	 * What some claims give to a namespace.
	 * @param claims the claims; {@code null} for none, so that anybody may use anything
	 * @param namespace the namespace
	 * @param labels its labels
	 * @return its space
	 */
	public static ClaimedSpace of(@Nullable List<Claim> claims, String namespace, Map<String, String> labels) {
		if (claims == null) {
			return new ClaimedSpace(true, namespace, List.of());
		}
		return new ClaimedSpace(false, namespace,
				claims.stream().filter((claim) -> isFor(claim, namespace, labels)).toList());
	}

	private static boolean isFor(Claim claim, String namespace, Map<String, String> labels) {
		return claim.namespaces().contains(namespace) || (claim.selector() != null && claim.selector().matches(labels));
	}

	/**
	 * Whether the gateway has no claims, so that anybody may use what nobody else has.
	 * @return {@code true} if it has none
	 */
	public boolean open() {
		return this.open;
	}

	boolean isEmpty() {
		return !this.open && this.claims.isEmpty();
	}

	/**
	 * Whether the namespace may use a host for something.
	 * @param host the host as written; a wildcard needs to be claimed as such
	 * @return {@code true} if it may
	 */
	public boolean hasHost(String host) {
		return this.open || !claims(host).isEmpty();
	}

	/**
	 * The paths the namespace may use on a host.
	 * @param host the host as written
	 * @return prefixes, by segment
	 */
	public List<String> prefixes(String host) {
		return claims(host).stream()
			.flatMap((claim) -> claim.pathPrefixes(this.namespace).stream())
			.distinct()
			.toList();
	}

	/**
	 * Whether the namespace may use a path on a host.
	 * @param host the host as written
	 * @param path the path
	 * @return {@code true} if it may
	 */
	public boolean hasPath(String host, String path) {
		return this.open || prefixes(host).stream().anyMatch((prefix) -> covers(prefix, path, false));
	}

	/**
	 * Whether the namespace may use every path of a host.
	 * @param host the host as written
	 * @return {@code true} if {@code /} is claimed
	 */
	public boolean hasEveryPath(String host) {
		return prefixes(host).contains("/");
	}

	/**
	 * Whether the namespace may have a route on a host.
	 * @param host the host
	 * @param route the route
	 * @param mesh the mesh's settings
	 * @return {@code true} if all its paths are claimed
	 */
	public boolean permits(String host, Route route, MeshSettings mesh) {
		StringMatch path = route.match().path();
		boolean ignoreCase = route.match().ignoreCase();
		if (this.open || hasEveryPath(host)) {
			return true;
		}
		List<String> prefixes = prefixes(host);
		if (route.rank().catchAll() || path.kind() == Kind.PRESENT || prefixes.isEmpty()) {
			return false;
		}
		return (path.kind() == Kind.REGEX) ? PathSpace.of(path, ignoreCase, mesh).outside(prefixes).none()
				: prefixes.stream().anyMatch((prefix) -> covers(prefix, path.value(), ignoreCase));
	}

	static boolean covers(String prefix, String path, boolean ignoreCase) {
		String trimmed = prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
		return path.regionMatches(ignoreCase, 0, trimmed, 0, trimmed.length())
				&& (path.length() == trimmed.length() || path.charAt(trimmed.length()) == '/');
	}

	List<String> hosts() {
		return this.claims.stream().flatMap((claim) -> claim.hosts().stream()).distinct().sorted().toList();
	}

	/**
	 * The claimed path that has most in common with a path.
	 * @param host the host as written
	 * @param path the path
	 * @return a prefix; empty if the namespace has none on that host
	 */
	Optional<String> nearest(String host, String path) {
		return prefixes(host).stream().max((one, other) -> Integer.compare(common(one, path), common(other, path)));
	}

	private static int common(String one, String other) {
		int length = 0;
		while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
			length++;
		}
		return length;
	}

	private List<Claim> claims(String host) {
		String canonical = CanonicalHost.of(host).text();
		return this.claims.stream()
			.filter((claim) -> claim.hosts().stream().anyMatch((one) -> CanonicalHost.of(one).text().equals(canonical)))
			.toList();
	}

}
