package dev.sekisho.routing.overlap;

import dev.sekisho.routing.MeshSettings;

/**
 * Where the requests of a comparison come from.
 *
 * @param mesh the mesh's settings
 * @param hosts the hosts they come with
 * @param anyScheme whether their scheme may be both, {@code http} and {@code https}; else
 * it's {@code https}
 */
public record Clients(MeshSettings mesh, HostClass hosts, boolean anyScheme) {

}
