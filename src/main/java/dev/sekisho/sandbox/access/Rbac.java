package dev.sekisho.sandbox.access;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.sekisho.sandbox.store.Json;
import dev.sekisho.sandbox.store.ObjectStore;
import dev.sekisho.sandbox.store.ResourceType;
import dev.sekisho.sandbox.store.ResourceTypes;

/**
 * Answers by the stored roles and bindings, as Kubernetes' RBAC authorizer does: a
 * RoleBinding speaks for its own namespace only, never for cluster-scoped objects.
 */
public final class Rbac {

	/** The group that may do everything. */
	public static final String MASTERS = "system:masters";

	private static final String GROUP = "rbac.authorization.k8s.io";

	private final ObjectStore store;

	private final ResourceType roles;

	private final ResourceType clusterRoles;

	private final ResourceType roleBindings;

	private final ResourceType clusterRoleBindings;

	/**
	 * Creates the authorizer.
	 * @param store the store that has roles and bindings
	 * @param types the served types
	 */
	public Rbac(ObjectStore store, ResourceTypes types) {
		this.store = store;
		this.roles = types.find(GROUP, "roles").orElseThrow();
		this.clusterRoles = types.find(GROUP, "clusterroles").orElseThrow();
		this.roleBindings = types.find(GROUP, "rolebindings").orElseThrow();
		this.clusterRoleBindings = types.find(GROUP, "clusterrolebindings").orElseThrow();
	}

	/**
	 * Whether somebody may do something.
	 * @param user who
	 * @param question what
	 * @return whether a rule allows it
	 */
	public boolean allows(User user, AccessQuestion question) {
		return user.groups().contains(MASTERS)
				|| rules(user, question.namespace()).anyMatch((rule) -> rule.allows(question));
	}

	/**
	 * The rules that speak for somebody.
	 * @param user who
	 * @param namespace where; empty for the whole cluster
	 * @return the rules
	 */
	public Stream<PolicyRule> rules(User user, String namespace) {
		Stream<ObjectNode> bindings = this.store.list(this.clusterRoleBindings, "").items().stream();
		if (!namespace.isEmpty()) {
			bindings = Stream.concat(bindings, this.store.list(this.roleBindings, namespace).items().stream());
		}
		return bindings.filter((binding) -> binds(binding, user)).flatMap(this::rules);
	}

	private Stream<PolicyRule> rules(ObjectNode binding) {
		String name = Json.text(binding, "roleRef", "name");
		Optional<ObjectNode> role = "Role".equals(Json.text(binding, "roleRef", "kind"))
				? this.store.find(this.roles, Json.text(binding, "metadata", "namespace"), name)
				: this.store.find(this.clusterRoles, "", name);
		return role.stream()
			.flatMap((found) -> StreamSupport.stream(found.path("rules").spliterator(), false))
			.map(PolicyRule::new);
	}

	private static boolean binds(ObjectNode binding, User user) {
		return StreamSupport.stream(binding.path("subjects").spliterator(), false)
			.anyMatch((subject) -> is(subject, user, Json.text(binding, "metadata", "namespace")));
	}

	private static boolean is(JsonNode subject, User user, String bindingNamespace) {
		String name = Json.text(subject, "name");
		return switch (Json.text(subject, "kind")) {
			case "User" -> user.username().equals(name);
			case "Group" -> user.groups().contains(name);
			case "ServiceAccount" -> {
				String namespace = subject.path("namespace").asText(bindingNamespace);
				yield user.username().equals("system:serviceaccount:" + namespace + ":" + name);
			}
			default -> false;
		};
	}

	/**
	 * The rules of somebody, as a review of rules shows them.
	 * @param user who
	 * @param namespace where
	 * @return the rules as they are written
	 */
	public List<JsonNode> written(User user, String namespace) {
		return rules(user, namespace).map(PolicyRule::source).toList();
	}

}
