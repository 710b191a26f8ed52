package dev.sekisho.chain;

import java.util.List;
import java.util.Map;

import dev.sekisho.cluster.ObjectKey;

/**
 * An Ingress with an ALB beside the shared one, which could move onto the shared gateway.
 *
 * @param ingress the Ingress
 * @param team the team behind it
 * @param balancer its ALB's name in DNS; empty if it has none yet
 * @param sharing how many other Ingresses share that ALB: it goes away with the last one
 * @param rules how many listener rules it takes there
 * @param targetGroups how many target groups
 * @param certificates how many certificates it names
 * @param replacements the VirtualServices that would replace it
 * @param remarks what doesn't move along or needs a look
 */
public record AlbCandidate(ObjectKey ingress, String team, String balancer, int sharing, int rules, int targetGroups,
		int certificates, List<Replacement> replacements, List<Reason> remarks) {

	public AlbCandidate {
		replacements = List.copyOf(replacements);
		remarks = List.copyOf(remarks);
	}

	/**
	 * A VirtualService that would take the requests of one host.
	 *
	 * @param host the host; {@code *} for any
	 * @param name its name
	 * @param manifest the whole VirtualService
	 */
	public record Replacement(String host, String name, Map<String, Object> manifest) {

	}

}
