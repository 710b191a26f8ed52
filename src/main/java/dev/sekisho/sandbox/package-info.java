/**
 * The embedded cluster: an API server in this process and the situation it is seeded
 * with.
 * <p>
 * The portal talks to it over TLS on loopback with the client it uses on any cluster, and
 * so do {@code kubectl} and tests. It behaves as a Kubernetes API server does in what
 * Sekisho relies on; a contract suite runs the same tests against a real one. What it
 * doesn't do:
 * <ul>
 * <li>Nothing runs in it: no controllers, kubelets, endpoints, garbage collection or load
 * balancer. Objects stand still, except that the content of a deleted namespace goes with
 * it. Pods are deleted at once.</li>
 * <li>Admission policies and webhooks are stored and not evaluated; what Sekisho's four
 * foundation policies enforce is built in.</li>
 * <li>Only definitions with a schema are validated, by the part of CEL that Sekisho's own
 * definitions use. Built-in types and Istio's accept any fields.</li>
 * <li>Server-side apply merges without owners and conflicts; lists in strategic merge
 * patches are refused; there are no managed fields.</li>
 * <li>Nobody is anonymous, no rights are checked when roles are written, aggregated roles
 * aren't, and tokens don't expire.</li>
 * <li>JSON and YAML only; of protobuf just the questions of {@code kubectl auth}; OpenAPI
 * says just what {@code kubectl} needs; no subresources but status; no aggregated
 * discovery.</li>
 * <li>All is in memory, and forgotten at the end.</li>
 * </ul>
 */
@NullMarked
@ApplicationModule(displayName = "Sandbox", allowedDependencies = "web")
package dev.sekisho.sandbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
