/**
 * The reconciler: from an approved change to the VirtualService in the cluster, and drift
 * after that.
 */
@NullMarked
@ApplicationModule(displayName = "Apply", allowedDependencies = { "review", "change", "check", "route", "routing",
		"routing :: table", "chain", "cluster" })
package dev.sekisho.apply;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
