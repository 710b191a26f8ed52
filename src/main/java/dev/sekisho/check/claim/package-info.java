/**
 * Rules about what a namespace may use on a shared gateway: hosts and paths.
 */
@NullMarked
package dev.sekisho.check.claim;

import org.jspecify.annotations.NullMarked;
