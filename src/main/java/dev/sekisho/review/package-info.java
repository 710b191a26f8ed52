/**
 * Verdicts: the queue, the RouteReview resource, the four-eyes rule.
 */
@NullMarked
@ApplicationModule(displayName = "Review", allowedDependencies = { "change", "change::parts", "check", "routing",
		"routing :: table", "route", "cluster", "access", "web" })
package dev.sekisho.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
