package dev.sekisho.cluster;

/**
 * A cluster with the chart installed and the portal's connection to it, for tests of the
 * modules above: alice is an author in orders, bob in payments, carol and dan review.
 */
public interface StoryCluster extends AutoCloseable {

	/**
	 * The portal's connection to it.
	 * @return the cluster
	 */
	Cluster cluster();

	/**
	 * Opens a connection of its own, as another replica of the portal has one. Whoever
	 * opens it closes it.
	 * @return the cluster, which can be closed
	 */
	Cluster connect();

	/**
	 * The token of somebody.
	 * @param name admin, alice, bob, carol or dan
	 * @return the token
	 */
	String token(String name);

	/**
	 * Waits until the admission policies deny again after one of them was put back.
	 */
	default void awaitPolicies() {
	}

	/**
	 * Calls as somebody.
	 * @param name admin, alice, bob, carol or dan
	 * @return the access
	 */
	default ApiAccess as(String name) {
		return cluster().as(new Credential.Token(token(name)));
	}

	/**
	 * The user name by which the API server knows somebody.
	 * @param name admin, alice, bob, carol or dan
	 * @return the user name
	 */
	default String username(String name) {
		return as(name).whoAmI().username();
	}

	@Override
	void close();

}
