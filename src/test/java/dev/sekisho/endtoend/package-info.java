/**
 * The whole product on the real thing: the portal in a process of its own, a real API
 * server, a real istiod and a real Envoy.
 */
@NullMarked
package dev.sekisho.endtoend;

import org.jspecify.annotations.NullMarked;
