/**
 * The routing engine: compiles raw Istio objects to the route table that istiod builds,
 * answers a request as Envoy does, with the reasons, and compares two tables. Here are
 * its words, from request to answer; the work is done one floor below, each package using
 * those before it: {@code manifest}, {@code condition}, {@code overlap}, {@code table},
 * {@code impact}.
 */
@NullMarked
@ApplicationModule(displayName = "Routing", allowedDependencies = {})
package dev.sekisho.routing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
