/**
 * The live route table of each shared gateway, kept up to date from the watch caches; the
 * list of routes.
 */
@NullMarked
@ApplicationModule(displayName = "Route", allowedDependencies = { "routing", "routing :: table", "routing :: impact",
		"routing :: validation", "cluster", "access", "web" })
package dev.sekisho.route;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
