package dev.sekisho.apply;

import java.util.List;
import java.util.Map;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import org.junit.jupiter.api.Test;

import dev.sekisho.change.Hashes;
import dev.sekisho.change.Json;

import static org.assertj.core.api.Assertions.assertThat;

class WrittenObjectTests {

	private static final String LIVE = """
			apiVersion: networking.istio.io/v1
			kind: VirtualService
			metadata:
			  name: orders
			  namespace: orders
			  uid: 8a1f
			  resourceVersion: "41"
			  generation: 7
			  creationTimestamp: "2025-06-09T04:26:51Z"
			  finalizers: [example.com/keep]
			  ownerReferences:
			  - {apiVersion: apps/v1, kind: Deployment, name: orders, uid: 77}
			  labels: {app: orders, removed: "yes", argocd.argoproj.io/instance: shop}
			  annotations:
			    note: old
			    gone: "yes"
			    kubectl.kubernetes.io/last-applied-configuration: "{}"
			    sekisho.dev/change: before
			  managedFields:
			  - {manager: kubectl, operation: Update, apiVersion: networking.istio.io/v1, time: "2025-06-09T04:26:51Z"}
			spec:
			  hosts: ["*"]
			  http: []
			  unknownToUs: {kept: false}
			status: {observedGeneration: 7}
			""";

	private static final String PROPOSED = """
			apiVersion: networking.istio.io/v1
			kind: VirtualService
			metadata:
			  name: orders
			  namespace: orders
			  labels: {app: orders, added: "yes", argocd.argoproj.io/instance: stolen}
			  annotations: {note: new, sekisho.dev/change: forged, sekisho.dev/other: forged}
			spec:
			  hosts: [shop.example.com]
			""";

	@Test
	void replacesTheSpecAndLeavesTheRestOfTheLiveObject() {
		GenericKubernetesResource written = WrittenObject.replaced(parse(LIVE), parse(PROPOSED), "c1");
		assertThat(Json.tree(written)).isEqualTo(Json.tree(
				parse("""
						apiVersion: networking.istio.io/v1
						kind: VirtualService
						metadata:
						  name: orders
						  namespace: orders
						  uid: 8a1f
						  resourceVersion: "41"
						  generation: 7
						  creationTimestamp: "2025-06-09T04:26:51Z"
						  finalizers: [example.com/keep]
						  ownerReferences:
						  - {apiVersion: apps/v1, kind: Deployment, name: orders, uid: 77}
						  labels: {app: orders, added: "yes", argocd.argoproj.io/instance: shop}
						  annotations:
						    note: new
						    kubectl.kubernetes.io/last-applied-configuration: "{}"
						    sekisho.dev/change: c1
						  managedFields:
						  - {manager: kubectl, operation: Update, apiVersion: networking.istio.io/v1, time: "2025-06-09T04:26:51Z"}
						spec:
						  hosts: [shop.example.com]
						status: {observedGeneration: 7}
						""")));
	}

	@Test
	void writesExactlyTheContentThatWasApproved() {
		GenericKubernetesResource proposed = parse(PROPOSED);
		assertThat(Hashes.ofVirtualService(WrittenObject.replaced(parse(LIVE), proposed, "c1")))
			.isEqualTo(Hashes.ofVirtualService(proposed));
		assertThat(Hashes.ofVirtualService(WrittenObject.created(proposed, "c1")))
			.isEqualTo(Hashes.ofVirtualService(proposed));
	}

	@Test
	void createsWhatWasApprovedWithoutWhatNobodySaw() {
		GenericKubernetesResource written = WrittenObject.created(parse(PROPOSED), "c1");
		assertThat(written.getMetadata().getLabels()).isEqualTo(Map.of("app", "orders", "added", "yes"));
		assertThat(written.getMetadata().getAnnotations()).isEqualTo(Map.of("note", "new", "sekisho.dev/change", "c1"));
	}

	@Test
	void leavesNoEmptyLabelsBehind() {
		GenericKubernetesResource bare = parse("""
				apiVersion: networking.istio.io/v1
				kind: VirtualService
				metadata: {name: orders, namespace: orders}
				spec: {hosts: ["*"]}
				""");
		assertThat(metadata(WrittenObject.created(bare, "c1"))).doesNotContainKey("labels");
		GenericKubernetesResource live = parse("""
				apiVersion: networking.istio.io/v1
				kind: VirtualService
				metadata: {name: orders, namespace: orders, labels: {app: orders}}
				spec: {hosts: ["*"]}
				""");
		assertThat(metadata(WrittenObject.replaced(live, bare, "c1"))).doesNotContainKey("labels")
			.containsEntry("annotations", Map.of("sekisho.dev/change", "c1"));
	}

	@Test
	void leavesItsArgumentsAlone() {
		GenericKubernetesResource live = parse(LIVE);
		GenericKubernetesResource proposed = parse(PROPOSED);
		WrittenObject.replaced(live, proposed, "c1");
		WrittenObject.created(proposed, "c1");
		assertThat(live).isEqualTo(parse(LIVE));
		assertThat(proposed).isEqualTo(parse(PROPOSED));
		assertThat(live.getMetadata().getFinalizers()).isEqualTo(List.of("example.com/keep"));
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> metadata(GenericKubernetesResource object) {
		return (Map<String, Object>) Json.tree(object).get("metadata");
	}

	private static GenericKubernetesResource parse(String yaml) {
		return Serialization.unmarshal(yaml, GenericKubernetesResource.class);
	}

}
