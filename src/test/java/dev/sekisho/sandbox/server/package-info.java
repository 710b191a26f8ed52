/**
 * Tests of the API server of the sandbox.
 */
@NullMarked
package dev.sekisho.sandbox.server;

import org.jspecify.annotations.NullMarked;
