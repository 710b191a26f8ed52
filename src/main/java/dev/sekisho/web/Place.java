package dev.sekisho.web;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Which cluster and gateway the pages show, and how old that picture is.
 *
 * @param cluster name of the cluster, such as {@code prod-tokyo}
 * @param gateway the gateway, as {@code namespace/name}; empty if there is none or
 * several
 * @param asOf when the data was last known to be right; {@code null} if nothing was read
 * yet
 * @param live whether the watches are up; if not, the data is as old as {@code asOf}
 * @param sandbox whether this is the embedded cluster
 */
public record Place(String cluster, String gateway, @Nullable Instant asOf, boolean live, boolean sandbox) {
}
