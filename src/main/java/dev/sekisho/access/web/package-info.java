/**
 * Filter chains, sign-in, and how a request gets its caller.
 */
@NullMarked
package dev.sekisho.access.web;

import org.jspecify.annotations.NullMarked;
