package dev.sekisho.guard;

import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.cluster.ResourceKind;

/**
 * An object that was found to be a foreign write, before it is known who wrote it.
 *
 * @param way how it changes what the gateway does
 * @param kind its kind
 * @param object its namespace and name
 * @param resourceVersion the version that was seen
 * @param about what it does it to; may be empty
 */
record Found(Way way, ResourceKind kind, ObjectKey object, String resourceVersion, String about) {

}
