/**
 * The routing engine: compiles raw Istio objects to the route table that istiod builds,
 * answers a request as Envoy does, with the reasons, and compares two tables.
 */
@NullMarked
@ApplicationModule(displayName = "Routing", allowedDependencies = {})
package dev.sekisho.routing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
