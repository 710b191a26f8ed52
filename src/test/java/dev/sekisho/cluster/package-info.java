/**
 * Tests of what talks to an API server, and the clusters that other tests use.
 */
@NullMarked
package dev.sekisho.cluster;

import org.jspecify.annotations.NullMarked;
