/**
 * What the sandbox's API server keeps: objects of any type, one revision counter and the
 * log of events that watches follow.
 */
@NullMarked
package dev.sekisho.sandbox.store;

import org.jspecify.annotations.NullMarked;
