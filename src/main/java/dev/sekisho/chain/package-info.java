/**
 * The chain of objects that a request passes, from the load balancer to the pods, hop by
 * hop.
 */
@NullMarked
@ApplicationModule(displayName = "Chain",
		allowedDependencies = { "route", "routing", "routing :: table", "cluster", "access", "web" })
package dev.sekisho.chain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
