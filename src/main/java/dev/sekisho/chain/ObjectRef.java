package dev.sekisho.chain;

import dev.sekisho.cluster.ObjectKey;

/**
 * Names an object of the cluster.
 *
 * @param kind its kind, such as {@code Service}
 * @param key its namespace and name
 */
public record ObjectRef(String kind, ObjectKey key) {

}
