/**
 * Guardrails: one class per rule, each with a code, a severity, a message, a path and a
 * fix.
 */
@NullMarked
@ApplicationModule(displayName = "Check", allowedDependencies = { "routing", "routing :: table", "routing :: impact",
		"routing :: overlap", "routing :: validation", "route", "cluster" })
package dev.sekisho.check;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
