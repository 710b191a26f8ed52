/**
 * Says whether istiod and Envoy compile a regex, without running it.
 */
@NullMarked
package dev.sekisho.routing.regex;

import org.jspecify.annotations.NullMarked;
