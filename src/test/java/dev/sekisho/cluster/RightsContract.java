package dev.sekisho.cluster;

import java.util.List;
import java.util.Map;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.junit.jupiter.api.Test;

import dev.sekisho.cluster.ClusterException.Reason;
import dev.sekisho.testing.Manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What Sekisho relies on of an API server about who somebody is and what they may do, the
 * foundation policies included.
 */
abstract class RightsContract extends ClusterContract {

	@Test
	void aTokenHasAnOwner() {
		Identity alice = contract().as("alice").whoAmI();
		assertThat(alice.username()).isEqualTo("alice");
		assertThat(alice.uid()).isNotEmpty();
		assertThat(alice.groups()).contains("system:authenticated");
		assertThat(contract().cluster().reviewToken(contract().token("alice"))).contains(alice);
	}

	@Test
	void aTokenThatIsNoneHasNoOwner() {
		assertThat(contract().cluster().reviewToken("nobodys")).isEmpty();
		fails(Reason.UNAUTHENTICATED, "Unauthorized",
				() -> contract().cluster().as(new Credential.Token("nobodys")).whoAmI());
	}

	@Test
	void whoMayNotReviewTokensAsksTheTokenItself() {
		Attachment bob = TestConnections.withToken(contract().portal(), contract().token("bob"));
		try (ConnectedCluster asBob = TestConnections.open(bob, TestConnections.properties())) {
			assertThat(asBob.reviewToken(contract().token("alice")))
				.hasValueSatisfying((identity) -> assertThat(identity.username()).isEqualTo("alice"));
			assertThat(asBob.reviewToken("nobodys")).isEmpty();
		}
	}

	@Test
	void authorsMayCreateChangesInTheirOwnNamespaces() {
		ApiAccess alice = contract().as("alice");
		assertThat(alice.allowed(creates("service-a"))).isTrue();
		assertThat(alice.allowed(creates("service-b"))).isFalse();
		assertThat(alice.allowed(creates(""))).isFalse();
		assertThat(contract().as("bob").allowed(creates("service-b"))).isTrue();
	}

	@Test
	void aRightThatIsMissingIsForbidden() {
		GenericKubernetesResource change = Manifests.change("alice");
		change.getMetadata().setNamespace("service-b");
		fails(Reason.FORBIDDEN, "User \"alice\" cannot create resource \"routechanges\"",
				() -> contract().as("alice").create(ResourceKind.ROUTE_CHANGE, change, WriteOptions.STORE));
		fails(Reason.FORBIDDEN, "User \"alice\" cannot list resource \"virtualservices\"",
				() -> contract().as("alice").list(ResourceKind.VIRTUAL_SERVICE, ""));
		fails(Reason.FORBIDDEN, "User \"alice\" cannot get resource \"virtualservices\"", () -> contract().as("alice")
			.read(ResourceKind.VIRTUAL_SERVICE, new ObjectKey("kube-system", "anything")));
	}

	@Test
	void approveCountsOnlyWhenItIsGrantedForTheWholeCluster() {
		ApiAccess bob = contract().as("bob");
		assertThat(contract().as("carol").allowed(approves(""))).isTrue();
		assertThat(bob.allowed(approves(""))).isFalse();
		grantBobApproveInTheTeamsNamespace();
		assertThat(bob.allowed(approves(ContractCluster.TEAM))).as("with a namespace a RoleBinding answers").isTrue();
		assertThat(bob.allowed(approves(""))).isFalse();
		GenericKubernetesResource change = changeOfAlice();
		fails(Reason.DENIED, "you need the verb approve on the SharedGateway sample-gateway",
				() -> review("bob", change, "Approved", "bob"));
	}

	@Test
	void anAuthorIsWhoCreates() {
		assertThat(changeOfAlice().getMetadata().getUid()).isNotEmpty();
		fails(Reason.DENIED, "spec.author.username must be your own user name, alice",
				() -> contract().create("alice", ResourceKind.ROUTE_CHANGE, Manifests.change("bob")));
		fails(Reason.DENIED, "spec.author.username must be your own user name, admin",
				() -> contract().create("admin", ResourceKind.ROUTE_CHANGE, Manifests.change("alice")));
		GenericKubernetesResource forged = Manifests.set(Manifests.change("alice"),
				Map.of("username", "alice", "uid", "bobs"), "spec", "author");
		fails(Reason.DENIED, "spec.author.uid must be your own uid, or empty",
				() -> contract().create("alice", ResourceKind.ROUTE_CHANGE, forged));
	}

	@Test
	void aChangeNeverChanges() {
		GenericKubernetesResource change = Manifests.set(changeOfAlice(), "Another", "spec", "reason");
		fails(Reason.INVALID, "A change can't be changed",
				() -> admin().replace(ResourceKind.ROUTE_CHANGE, change, WriteOptions.STORE));
		GenericKubernetesResource deep = changeOfAlice();
		Map<String, Object> spec = deep.get("spec", "virtualService", "spec");
		spec.put("tcp", spec.remove("http"));
		fails(Reason.INVALID, "A change can't be changed",
				() -> admin().replace(ResourceKind.ROUTE_CHANGE, deep, WriteOptions.STORE));
	}

	@Test
	void unknownFieldsAreRefused() {
		GenericKubernetesResource change = Manifests.set(Manifests.change("alice"), "x", "spec", "note");
		fails(Reason.INVALID, "unknown field \"spec.note\"",
				() -> contract().create("alice", ResourceKind.ROUTE_CHANGE, change));
	}

	@Test
	void aFieldThatIsWrongIsNamed() {
		GenericKubernetesResource change = Manifests.set(Manifests.change("alice"), "Upsert", "spec", "action");
		assertThatThrownBy(() -> contract().create("alice", ResourceKind.ROUTE_CHANGE, change))
			.isInstanceOfSatisfying(ClusterException.class, (ex) -> {
				assertThat(ex.reason()).isEqualTo(Reason.INVALID);
				assertThat(ex.causes()).extracting(ClusterException.Cause::field).contains("spec.action");
			});
	}

	@Test
	void onlyThePortalWritesTheStatusOfAChange() {
		GenericKubernetesResource change = changeOfAlice();
		change.setAdditionalProperty("status", Map.of("phase", "Applied"));
		fails(Reason.DENIED, "only Sekisho writes the status of a change",
				() -> admin().replaceStatus(ResourceKind.ROUTE_CHANGE, change));
		change.setAdditionalProperty("status", Map.of("phase", "Pending"));
		GenericKubernetesResource written = contract().cluster()
			.asPortal()
			.replaceStatus(ResourceKind.ROUTE_CHANGE, change);
		assertThat(written.<String>get("status", "phase")).isEqualTo("Pending");
	}

	@Test
	void aReviewerIsWhoCreates() {
		GenericKubernetesResource change = changeOfAlice();
		fails(Reason.DENIED, "spec.reviewer.username must be your own user name",
				() -> review("dan", change, "Approved", contract().username("carol")));
	}

	@Test
	void anAuthorNeverReviewsTheirOwnChange() {
		GenericKubernetesResource change = contract().create("admin", ResourceKind.ROUTE_CHANGE,
				Manifests.change("admin"));
		for (String verdict : List.of("Approved", "Rejected")) {
			fails(Reason.DENIED, "authors can't review their own changes",
					() -> review("admin", change, verdict, "admin"));
		}
		assertThat(review("admin", change, "Withdrawn", "admin").getMetadata().getName())
			.isEqualTo(change.getMetadata().getUid());
	}

	@Test
	void onlyTheAuthorWithdraws() {
		fails(Reason.DENIED, "only its author can withdraw a change",
				() -> review("carol", changeOfAlice(), "Withdrawn", contract().username("carol")));
	}

	@Test
	void aChangeHasOneReview() {
		GenericKubernetesResource change = changeOfAlice();
		review("carol", change, "Approved", contract().username("carol"));
		fails(Reason.ALREADY_EXISTS, "already exists",
				() -> review("dan", change, "Rejected", contract().username("dan")));
	}

	@Test
	void aReviewIsNamedAfterItsChange() {
		GenericKubernetesResource review = Manifests.review(changeOfAlice(), "Approved", contract().username("carol"));
		review.getMetadata().setName("second-opinion");
		fails(Reason.INVALID, "A review's name must be the UID of the change",
				() -> contract().create("carol", ResourceKind.ROUTE_REVIEW, review));
	}

	@Test
	void aKindComesAliveWhenItsDefinitionIsInstalled() {
		ResourceKind kind = Objects.lanterns(ContractCluster.unique("g").substring(0, 10));
		assertThat(admin().read(kind, ObjectKey.of("paper"))).isEmpty();
		fails(Reason.NOT_FOUND, "doesn't serve", () -> admin().list(kind, ""));
		contract().create("admin", Objects.DEFINITION, Objects.definition(kind));
		org.awaitility.Awaitility.await().ignoreExceptions().until(() -> admin().list(kind, "").isEmpty());
		Written written = org.awaitility.Awaitility.await()
			.ignoreExceptions()
			.until(() -> admin().create(kind, Objects.lantern(kind, "paper"), WriteOptions.STORE),
					(created) -> created != null);
		assertThat(written.warnings()).containsExactly("lanterns in v1 are \"old\", use v2");
		assertThat(admin().read(kind, ObjectKey.of("paper"))).isPresent();
	}

	private GenericKubernetesResource changeOfAlice() {
		return contract().create("alice", ResourceKind.ROUTE_CHANGE, Manifests.change("alice"));
	}

	private GenericKubernetesResource review(String who, GenericKubernetesResource change, String verdict,
			String reviewer) {
		return contract().create(who, ResourceKind.ROUTE_REVIEW, Manifests.review(change, verdict, reviewer));
	}

	private static AccessQuestion creates(String namespace) {
		return new AccessQuestion("create", ResourceKind.ROUTE_CHANGE, "", namespace, "");
	}

	private static AccessQuestion approves(String namespace) {
		return new AccessQuestion("approve", ResourceKind.SHARED_GATEWAY, "", namespace, Manifests.GATEWAY);
	}

	private void grantBobApproveInTheTeamsNamespace() {
		String name = ContractCluster.unique("approves");
		contract().create("admin", Objects.ROLE, Objects.yaml("""
				apiVersion: rbac.authorization.k8s.io/v1
				kind: Role
				metadata: {name: "%s"}
				rules:
				- {apiGroups: [sekisho.dev], resources: [sharedgateways], verbs: [approve]}
				- {apiGroups: [sekisho.dev], resources: [routereviews], verbs: [create]}
				""".formatted(name)));
		contract().create("admin", Objects.ROLE_BINDING, Objects.yaml("""
				apiVersion: rbac.authorization.k8s.io/v1
				kind: RoleBinding
				metadata: {name: "%1$s"}
				roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: "%1$s"}
				subjects:
				- {apiGroup: rbac.authorization.k8s.io, kind: User, name: bob}
				""".formatted(name)));
		org.awaitility.Awaitility.await().until(() -> contract().as("bob").allowed(approves(ContractCluster.TEAM)));
	}

}
