/**
 * Editing of shared gateways: what a person of the platform team may change of them, and
 * what that would do to the routes there are.
 */
@NullMarked
@ApplicationModule(displayName = "Gateway",
		allowedDependencies = { "change", "change::parts", "check", "route", "routing", "cluster", "access", "web" })
package dev.sekisho.gateway;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
