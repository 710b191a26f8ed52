/**
 * What the Istio objects say, read from their raw JSON, with names resolved as istiod
 * resolves them.
 */
@NullMarked
package dev.sekisho.routing.manifest;

import org.jspecify.annotations.NullMarked;
