/**
 * The sandbox's API server: HTTP with TLS on loopback, authentication, authorization, the
 * calls on resources, watches, reviews, discovery and tables.
 */
@NullMarked
package dev.sekisho.sandbox.server;

import org.jspecify.annotations.NullMarked;
