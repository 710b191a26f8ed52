package dev.sekisho.apply;

import java.util.List;
import java.util.Map;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.springframework.stereotype.Component;

import dev.sekisho.cluster.Cluster;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.cluster.ResourceKind;
import dev.sekisho.cluster.WatchCache;

/**
 * The admission policies without which a review proves nothing: anybody could write one
 * in somebody else's name. Without all of them nothing is applied.
 */
@Component
class FoundationPolicies {

	static final List<String> NAMES = List.of("sekisho-change-author", "sekisho-change-immutable",
			"sekisho-review-identity", "sekisho-review-approve");

	private final WatchCache<Boolean> policies;

	private final WatchCache<Binding> bindings;

	FoundationPolicies(Cluster cluster) {
		this.policies = cluster.watch(ResourceKind.ADMISSION_POLICY, FoundationPolicies::failsClosed);
		this.bindings = cluster.watch(ResourceKind.ADMISSION_POLICY_BINDING, FoundationPolicies::binding);
	}

	/**
	 * The policies that don't stand.
	 * @return the names of those that are absent, not bound, or bound without denying;
	 * all of them if policies can't be seen
	 */
	List<String> missing() {
		Map<ObjectKey, Boolean> policies = this.policies.snapshot().items();
		return NAMES.stream()
			.filter((name) -> !policies.getOrDefault(ObjectKey.of(name), false) || !bound(name))
			.toList();
	}

	private boolean bound(String policy) {
		return this.bindings.snapshot()
			.items()
			.values()
			.stream()
			.anyMatch((binding) -> binding.policy().equals(policy) && binding.denies());
	}

	private static Boolean failsClosed(GenericKubernetesResource policy) {
		return !"Ignore".equals(policy.get("spec", "failurePolicy"));
	}

	private static Binding binding(GenericKubernetesResource binding) {
		Object actions = binding.get("spec", "validationActions");
		boolean denies = actions instanceof List<?> list && list.contains("Deny");
		boolean everywhere = binding.get("spec", "matchResources") == null;
		Object policy = binding.get("spec", "policyName");
		return new Binding(String.valueOf(policy), denies && everywhere);
	}

	/**
	 * What a binding makes of its policy.
	 *
	 * @param policy the name of the policy
	 * @param denies whether it denies, for every namespace
	 */
	private record Binding(String policy, boolean denies) {

	}

}
