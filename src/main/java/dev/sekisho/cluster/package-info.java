/**
 * The only place that talks to an API server: set-up of the client, watch caches, reads
 * and writes as a user or as the portal, translation of API errors.
 */
@NullMarked
@ApplicationModule(displayName = "Cluster", allowedDependencies = {})
package dev.sekisho.cluster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
