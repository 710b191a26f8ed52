/**
 * The embedded cluster: an API server in this process and the situation it is seeded
 * with.
 */
@NullMarked
@ApplicationModule(displayName = "Sandbox", allowedDependencies = {})
package dev.sekisho.sandbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
