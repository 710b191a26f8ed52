package dev.sekisho.cluster;

/**
 * May somebody do something? As in a SelfSubjectAccessReview.
 *
 * @param verb the verb, such as {@code create} or {@code approve}
 * @param kind the kind of object
 * @param subresource the subresource, or empty
 * @param namespace the namespace; empty asks for the whole cluster (so a namespaced
 * RoleBinding doesn't answer it)
 * @param name the object's name; empty asks for all
 */
public record AccessQuestion(String verb, ResourceKind kind, String subresource, String namespace, String name) {

}
