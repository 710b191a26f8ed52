/**
 * Proposed changes: drafts, manifests, hashes, preview, the RouteChange resource and its
 * phases.
 */
@NullMarked
@ApplicationModule(displayName = "Change", allowedDependencies = { "check", "route", "routing", "routing :: table",
		"routing :: impact", "cluster", "access", "web" })
package dev.sekisho.change;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
