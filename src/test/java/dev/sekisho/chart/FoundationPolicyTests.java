package dev.sekisho.chart;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import dev.sekisho.testing.ChartCluster;
import dev.sekisho.testing.Manifests;
import dev.sekisho.testing.RenderedChart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * Abuses the foundation policies on a real API server, with rights that RBAC shouldn't
 * have given.
 */
class FoundationPolicyTests {

	private static ChartCluster cluster;

	@BeforeAll
	static void giveTooManyRights() {
		cluster = ChartCluster.shared();
		cluster.apply(new RoleBuilder().withNewMetadata()
			.withNamespace(ChartCluster.TEAM)
			.withName("namespace-admin")
			.endMetadata()
			.addNewRule()
			.withApiGroups("sekisho.dev")
			.withResources("*")
			.withVerbs("*")
			.endRule()
			.build());
		cluster.apply(new RoleBindingBuilder().withNewMetadata()
			.withNamespace(ChartCluster.TEAM)
			.withName("namespace-admin")
			.endMetadata()
			.withNewRoleRef("rbac.authorization.k8s.io", "Role", "namespace-admin")
			.addNewSubject("rbac.authorization.k8s.io", "User", "alice", null)
			.addNewSubject("rbac.authorization.k8s.io", "User", "bob", null)
			.addNewSubject("rbac.authorization.k8s.io", "User", "sre-carol", null)
			.addNewSubject(null, "ServiceAccount", RenderedChart.RELEASE, RenderedChart.NAMESPACE)
			.build());
	}

	@Test
	void acceptsAChangeInOnesOwnName() {
		GenericKubernetesResource change = Manifests.change("alice");
		Manifests.set(change, Map.of("username", "alice", "uid", "uid-of-alice"), "spec", "author");
		assertThatCode(() -> create("alice", change)).doesNotThrowAnyException();
	}

	@Test
	void refusesAChangeInSomebodyElsesName() {
		refused("sekisho-change-author", "spec.author.username must be your own user name, bob",
				() -> create("bob", Manifests.change("alice")));
	}

	@Test
	void refusesAChangeInSomebodyElsesNameEvenOfTheAdministratorAndThePortal() {
		refused("sekisho-change-author", "must be your own user name, admin",
				() -> create("admin", Manifests.change("alice")));
		refused("sekisho-change-author", "must be your own user name, " + RenderedChart.PORTAL,
				() -> ChartCluster.resource(cluster.asPortal(), Manifests.change("alice")).create());
	}

	@Test
	void refusesAnotherUsersUid() {
		GenericKubernetesResource change = Manifests.change("alice");
		Manifests.set(change, Map.of("username", "alice", "uid", "uid-of-bob"), "spec", "author");
		refused("sekisho-change-author", "spec.author.uid must be your own uid, or empty",
				() -> create("alice", change));
	}

	@Test
	void refusesAChangeThatAnOwnerOrAFinalizerCouldRemoveOrKeep() {
		GenericKubernetesResource owned = Manifests.change("alice");
		owned.getMetadata()
			.setOwnerReferences(List.of(new OwnerReferenceBuilder().withApiVersion("v1")
				.withKind("ConfigMap")
				.withName("mine")
				.withUid("1")
				.build()));
		refused("sekisho-change-author", "can't have ownerReferences or finalizers", () -> create("alice", owned));
		GenericKubernetesResource kept = Manifests.change("alice");
		kept.getMetadata().setFinalizers(List.of("example.com/keep"));
		refused("sekisho-change-author", "can't have ownerReferences or finalizers", () -> create("alice", kept));
	}

	@Test
	void letsOnlyThePortalWriteTheStatusOfAChange() {
		GenericKubernetesResource change = cluster.changeOfAlice();
		refused("sekisho-change-immutable", "only Sekisho writes the status of a change",
				() -> phase(cluster.as("alice"), change, "Applied"));
		refused("sekisho-change-immutable", "only Sekisho writes the status of a change",
				() -> phase(cluster.as("admin"), change, "Applied"));
		assertThat(phase(cluster.asPortal(), change, "Pending").<String>get("status", "phase")).isEqualTo("Pending");
	}

	@Test
	void letsOnlyThePortalWriteTheMetadataOfAChange() {
		GenericKubernetesResource change = cluster.changeOfAlice();
		String label = "{\"metadata\":{\"labels\":{\"a\":\"b\"}}}";
		refused("sekisho-change-immutable", "only Sekisho writes the metadata of a change",
				() -> merge(cluster.as("alice"), change, label));
		refused("sekisho-change-immutable", "only Sekisho writes the metadata of a change",
				() -> merge(cluster.as("alice"), change, "{\"metadata\":{\"finalizers\":[\"example.com/keep\"]}}"));
		assertThatCode(() -> merge(cluster.asPortal(), change, label)).doesNotThrowAnyException();
	}

	@Test
	void letsAWriteThatChangesNothingPass() {
		GenericKubernetesResource change = cluster.changeOfAlice();
		assertThatCode(() -> ChartCluster.resource(cluster.as("admin"), change).update()).doesNotThrowAnyException();
	}

	@Test
	void refusesAChangedSpecWithoutTheRuleOfTheCustomResourceToo() {
		GenericKubernetesResource change = cluster.changeOfAlice();
		WithoutRules.ofChanges(cluster, () -> {
			refused("sekisho-change-immutable", "the spec of a change never changes", () -> merge(cluster.asPortal(),
					change, "{\"spec\":{\"virtualService\":{\"spec\":{\"http\":null,\"tcp\":[]}}}}"));
			refused("sekisho-change-immutable", "the spec of a change never changes",
					() -> merge(cluster.as("admin"), change, "{\"spec\":{\"reason\":\"Another\"}}"));
		});
	}

	@Test
	void acceptsAReviewByAReviewer() {
		GenericKubernetesResource change = cluster.changeOfAlice();
		assertThatCode(() -> create("sre-carol", Manifests.review(change, "Approved", "sre-carol")))
			.doesNotThrowAnyException();
	}

	@Test
	void tellsTheSecondReviewerOfAConflict() {
		GenericKubernetesResource change = cluster.changeOfAlice();
		create("sre-carol", Manifests.review(change, "Approved", "sre-carol"));
		assertThatThrownBy(() -> create("sre-dan", Manifests.review(change, "Rejected", "sre-dan")))
			.isInstanceOfSatisfying(KubernetesClientException.class, (ex) -> assertThat(ex.getCode()).isEqualTo(409));
	}

	@Test
	void refusesAReviewInSomebodyElsesName() {
		GenericKubernetesResource change = cluster.changeOfAlice();
		refused("sekisho-review-identity", "spec.reviewer.username must be your own user name, sre-dan",
				() -> create("sre-dan", Manifests.review(change, "Approved", "sre-carol")));
		GenericKubernetesResource review = Manifests.review(change, "Approved", "sre-dan");
		Manifests.set(review, Map.of("username", "sre-dan", "uid", "uid-of-sre-carol"), "spec", "reviewer");
		refused("sekisho-review-identity", "spec.reviewer.uid must be your own uid, or empty",
				() -> create("sre-dan", review));
	}

	@Test
	void refusesAReviewThatIsNotNamedAfterItsChange() {
		GenericKubernetesResource review = Manifests.review(cluster.changeOfAlice(), "Approved", "sre-carol");
		review.getMetadata().setName("second-opinion");
		assertThatThrownBy(() -> create("sre-carol", review))
			.hasMessageContaining("A review's name must be the UID of the change");
		WithoutRules.ofReviews(cluster, () -> refused("sekisho-review-identity",
				"a review's name must be the UID of the change", () -> create("sre-carol", review)));
	}

	@Test
	void refusesTheAuthorAsReviewer() {
		GenericKubernetesResource change = create("sre-carol", Manifests.change("sre-carol"));
		refused("sekisho-review-identity", "authors can't review their own changes",
				() -> create("sre-carol", Manifests.review(change, "Approved", "sre-carol")));
		refused("sekisho-review-identity", "authors can't review their own changes",
				() -> create("sre-carol", Manifests.review(change, "Rejected", "sre-carol")));
	}

	@Test
	void letsOnlyTheAuthorWithdraw() {
		GenericKubernetesResource change = cluster.changeOfAlice();
		refused("sekisho-review-identity", "only its author can withdraw a change",
				() -> create("sre-carol", Manifests.review(change, "Withdrawn", "sre-carol")));
		assertThatCode(() -> create("alice", Manifests.review(change, "Withdrawn", "alice")))
			.doesNotThrowAnyException();
	}

	@Test
	void refusesAReviewWithAnotherOwner() {
		GenericKubernetesResource change = cluster.changeOfAlice();
		GenericKubernetesResource review = Manifests.review(change, "Approved", "sre-carol");
		review.getMetadata().getOwnerReferences().get(0).setUid("another");
		refused("sekisho-review-identity", "a review's only owner is its change", () -> create("sre-carol", review));
		GenericKubernetesResource blocking = Manifests.review(change, "Approved", "sre-carol");
		blocking.getMetadata().getOwnerReferences().get(0).setBlockOwnerDeletion(true);
		refused("sekisho-review-identity", "a review's only owner is its change", () -> create("sre-carol", blocking));
	}

	@Test
	void refusesAChangedReview() {
		GenericKubernetesResource review = create("sre-carol",
				Manifests.review(cluster.changeOfAlice(), "Rejected", "sre-carol"));
		refused("sekisho-review-identity", "only Sekisho writes the metadata of a review",
				() -> merge(cluster.as("alice"), review, "{\"metadata\":{\"ownerReferences\":null}}"));
		assertThatThrownBy(() -> merge(cluster.as("alice"), review, "{\"spec\":{\"verdict\":\"Approved\"}}"))
			.hasMessageContaining("A review can't be changed");
		WithoutRules.ofReviews(cluster, () -> refused("sekisho-review-identity", "a review never changes",
				() -> merge(cluster.as("alice"), review, "{\"spec\":{\"verdict\":\"Approved\"}}")));
	}

	@Test
	void refusesAReviewByWhoeverLacksApprove() {
		GenericKubernetesResource change = cluster.changeOfAlice();
		refused("sekisho-review-approve", "you need the verb approve on the SharedGateway sample-gateway",
				() -> create("bob", Manifests.review(change, "Approved", "bob")));
		refused("sekisho-review-approve", "you need the verb approve on the SharedGateway sample-gateway",
				() -> create("bob", Manifests.review(change, "Rejected", "bob")));
	}

	@Test
	void refusesApproveThatIsOnlyGrantedInANamespace() {
		// bob holds every verb on sekisho.dev/* by a RoleBinding in this namespace: see
		// above
		refused("sekisho-review-approve", "you need the verb approve",
				() -> create("bob", Manifests.review(cluster.changeOfAlice(), "Approved", "bob")));
	}

	@Test
	void refusesAReviewerOfAnotherSharedGateway() {
		GenericKubernetesResource review = Manifests.review(cluster.changeOfAlice(), "Approved", "sre-carol");
		Manifests.set(review, "another-gateway", "spec", "sharedGateway", "name");
		refused("sekisho-review-approve", "you need the verb approve on the SharedGateway another-gateway",
				() -> create("sre-carol", review));
	}

	@Test
	void refusesAReviewByThePortalItself() {
		cluster.apply(new ClusterRoleBuilder().withNewMetadata()
			.withName("approve-everything")
			.endMetadata()
			.addNewRule()
			.withApiGroups("sekisho.dev")
			.withResources("sharedgateways")
			.withVerbs("approve")
			.endRule()
			.build());
		cluster.apply(new ClusterRoleBindingBuilder().withNewMetadata()
			.withName("portal-approves-everything")
			.endMetadata()
			.withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", "approve-everything")
			.addNewSubject(null, "ServiceAccount", RenderedChart.RELEASE, RenderedChart.NAMESPACE)
			.build());
		GenericKubernetesResource review = Manifests.review(cluster.changeOfAlice(), "Approved", RenderedChart.PORTAL);
		refused("sekisho-review-approve", "Sekisho doesn't review changes itself",
				() -> ChartCluster.resource(cluster.asPortal(), review).create());
	}

	@Test
	void letsGarbageBeCollected() {
		GenericKubernetesResource change = cluster.changeOfAlice();
		GenericKubernetesResource review = create("sre-carol", Manifests.review(change, "Rejected", "sre-carol"));
		ChartCluster.resource(cluster.asPortal(), change).delete();
		await().atMost(Duration.ofSeconds(60))
			.until(() -> ChartCluster.resource(cluster.as("admin"), review).get() == null);
	}

	@Test
	void letsTheGarbageCollectorOrphanAReview() {
		// A collector that hasn't seen the review yet takes it away with its owner: then
		// once more.
		await().atMost(Duration.ofSeconds(60))
			.until(FoundationPolicyTests::orphan,
					(review) -> review != null && review.getMetadata().getOwnerReferences().isEmpty());
	}

	private static @Nullable GenericKubernetesResource orphan() {
		GenericKubernetesResource change = cluster.changeOfAlice();
		GenericKubernetesResource review = create("sre-carol", Manifests.review(change, "Rejected", "sre-carol"));
		ChartCluster.resource(cluster.as("admin"), change).withPropagationPolicy(DeletionPropagation.ORPHAN).delete();
		await().atMost(Duration.ofSeconds(30))
			.until(() -> ChartCluster.resource(cluster.as("admin"), change).get() == null);
		return ChartCluster.resource(cluster.as("admin"), review).get();
	}

	@Test
	void letsANamespaceWithChangesAndReviewsEnd() {
		String namespace = "ends";
		cluster.namespace(namespace);
		KubernetesClient admin = cluster.as("admin");
		GenericKubernetesResource change = admin.genericKubernetesResources("sekisho.dev/v1alpha1", "RouteChange")
			.inNamespace(namespace)
			.resource(Manifests.change("admin"))
			.create();
		admin.genericKubernetesResources("sekisho.dev/v1alpha1", "RouteReview")
			.inNamespace(namespace)
			.resource(Manifests.review(change, "Withdrawn", "admin"))
			.create();
		admin.namespaces().withName(namespace).delete();
		await().atMost(Duration.ofSeconds(60)).until(() -> admin.namespaces().withName(namespace).get() == null);
	}

	private static GenericKubernetesResource create(String user, GenericKubernetesResource object) {
		return ChartCluster.resource(cluster.as(user), object).create();
	}

	private static GenericKubernetesResource merge(KubernetesClient client, GenericKubernetesResource object,
			String patch) {
		return ChartCluster.resource(client, object).patch(PatchContext.of(PatchType.JSON_MERGE), patch);
	}

	private static GenericKubernetesResource phase(KubernetesClient client, GenericKubernetesResource change,
			String phase) {
		return ChartCluster.resource(client, change)
			.subresource("status")
			.patch(PatchContext.of(PatchType.JSON_MERGE), "{\"status\":{\"phase\":\"" + phase + "\"}}");
	}

	private static void refused(String policy, String message, ThrowingCallable call) {
		assertThatThrownBy(call).isInstanceOfSatisfying(KubernetesClientException.class, (ex) -> {
			assertThat(ex.getCode()).isEqualTo(403);
			assertThat(ex).hasMessageContaining(
					"ValidatingAdmissionPolicy '%s' with binding '%s' denied request: ".formatted(policy, policy));
			assertThat(ex).hasMessageContaining(message);
		});
	}

}
