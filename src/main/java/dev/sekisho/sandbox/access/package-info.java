/**
 * Who calls the sandbox's API server, and what RBAC lets them do.
 */
@NullMarked
package dev.sekisho.sandbox.access;

import org.jspecify.annotations.NullMarked;
