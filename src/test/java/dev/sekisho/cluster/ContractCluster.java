package dev.sekisho.cluster;

import java.util.UUID;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;

/**
 * A cluster with the chart installed, of which the contract holds: alice is an author in
 * service-a, bob in service-b, carol and dan review.
 */
interface ContractCluster {

	/** The namespace in which alice is an author. */
	String TEAM = "service-a";

	/**
	 * How the portal reaches it.
	 * @return address, trust and the portal's token
	 */
	Attachment portal();

	/**
	 * The token of somebody.
	 * @param who admin, alice, bob, carol or dan
	 * @return the token
	 */
	String token(String who);

	/**
	 * The portal's connection.
	 * @return the cluster
	 */
	ConnectedCluster cluster();

	default ApiAccess as(String who) {
		return cluster().as(new Credential.Token(token(who)));
	}

	default String username(String who) {
		return as(who).whoAmI().username();
	}

	/**
	 * Creates something in the team's namespace.
	 * @param who as whom
	 * @param kind the kind
	 * @param object the object
	 * @return what was stored
	 */
	default GenericKubernetesResource create(String who, ResourceKind kind, GenericKubernetesResource object) {
		return as(who).create(kind, inTeam(kind, object), WriteOptions.STORE).object();
	}

	static GenericKubernetesResource inTeam(ResourceKind kind, GenericKubernetesResource object) {
		if (kind.namespaced()) {
			object.getMetadata().setNamespace(TEAM);
		}
		return object;
	}

	static ObjectKey key(GenericKubernetesResource object) {
		String namespace = object.getMetadata().getNamespace();
		return new ObjectKey((namespace != null) ? namespace : "", object.getMetadata().getName());
	}

	static String unique(String prefix) {
		return prefix + "-" + UUID.randomUUID();
	}

}
