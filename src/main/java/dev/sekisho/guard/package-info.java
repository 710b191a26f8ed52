/**
 * What writes past the portal: what the chart's guard policies would deny, and what no
 * admission policy can tell.
 */
@NullMarked
@ApplicationModule(displayName = "Guard",
		allowedDependencies = { "change", "route", "routing", "cluster", "access", "web" })
package dev.sekisho.guard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
