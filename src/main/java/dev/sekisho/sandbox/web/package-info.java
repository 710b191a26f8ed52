/**
 * The page where a sandbox is broken on purpose and repaired again.
 */
@NullMarked
package dev.sekisho.sandbox.web;

import org.jspecify.annotations.NullMarked;
