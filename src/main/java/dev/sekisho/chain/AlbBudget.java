package dev.sekisho.chain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.sekisho.route.AlbIngress;
import dev.sekisho.route.AlbListener;

/**
 * What the Ingresses of one ALB use of AWS's quotas for it, as far as they say
 * themselves: rules without the default ones, certificates without the default one,
 * target groups (Elastic Load Balancing, "Quotas for your Application Load Balancers").
 *
 * @param rules the number of rules, on all listeners together
 * @param certificates the number of certificates beside the default one
 * @param targetGroups the number of target groups
 */
record AlbBudget(int rules, int certificates, int targetGroups) {

	/** How many rules an ALB may have by default. */
	static final int MOST_RULES = 100;

	/** How many certificates it may have beside the default one. */
	static final int MOST_CERTIFICATES = 25;

	/** How many target groups it may have. */
	static final int MOST_TARGET_GROUPS = 100;

	static AlbBudget of(ChainWorld world, List<AlbIngress> members) {
		Set<String> arns = new HashSet<>();
		Set<String> targets = new HashSet<>();
		int count = 0;
		for (AlbIngress member : members) {
			SeenIngress ingress = world.ingresses().items().get(member.key());
			if (ingress != null) {
				arns.addAll(ingress.alb().certificates());
				ingress.backends().forEach((backend) -> targets.add(backend.service() + ":" + backend.port()));
				count += count(member, ingress);
			}
		}
		return new AlbBudget(count, Math.max(0, arns.size() - 1), targets.size());
	}

	// Where plain HTTP is redirected, its listener has the redirect and nothing else.
	private static int count(AlbIngress member, SeenIngress ingress) {
		boolean redirects = !ingress.alb().get("ssl-redirect", "").isEmpty();
		int count = 0;
		for (AlbListener listener : member.listeners()) {
			boolean redirected = redirects && "http".equals(listener.protocol());
			count += redirected ? 1 : member.rules().size();
		}
		return count;
	}

	void tell(HopBuilder hop) {
		tell(hop, "rules", this.rules, MOST_RULES);
		tell(hop, "certificates", this.certificates, MOST_CERTIFICATES);
		tell(hop, "target groups", this.targetGroups, MOST_TARGET_GROUPS);
	}

	private static void tell(HopBuilder hop, String what, int used, int most) {
		hop.setting(Source.INGRESS, what, used + " / " + most, (used > most * 4 / 5) ? "quota-nearly" : "quota");
	}

}
