/**
 * The page and the call that list what writes past the portal.
 */
@NullMarked
package dev.sekisho.guard.web;

import org.jspecify.annotations.NullMarked;
