/**
 * The command line that analyses manifests offline: without a cluster and without the web
 * application.
 */
@NullMarked
@ApplicationModule(displayName = "Analyze", allowedDependencies = { "routing", "routing :: table", "routing :: impact",
		"routing :: validation", "check", "route", "cluster" })
package dev.sekisho.analyze;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
