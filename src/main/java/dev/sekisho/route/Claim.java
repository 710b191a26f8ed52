package dev.sekisho.route;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Hosts and path prefixes that some namespaces may use on a shared gateway.
 *
 * @param namespaces the namespaces, by name; empty if a selector chooses them
 * @param selector chooses the namespaces by their labels; {@code null} if they are named
 * @param hosts the hosts, in lower case: {@code *} is the literal host {@code *} only, an
 * exact host and {@code *.example.com} each stand for themselves
 * @param pathPrefixes the path prefixes, by segment; <code>{namespace}</code> stands for
 * the namespace's name
 */
public record Claim(List<String> namespaces, @Nullable LabelSelector selector, List<String> hosts,
		List<String> pathPrefixes) {

	public Claim {
		namespaces = List.copyOf(namespaces);
		hosts = List.copyOf(hosts);
		pathPrefixes = List.copyOf(pathPrefixes);
	}

	/**
	 * The path prefixes of one namespace.
	 * @param namespace the namespace
	 * @return the prefixes with the template filled in
	 */
	public List<String> pathPrefixes(String namespace) {
		return this.pathPrefixes.stream().map((prefix) -> prefix.replace("{namespace}", namespace)).toList();
	}

}
