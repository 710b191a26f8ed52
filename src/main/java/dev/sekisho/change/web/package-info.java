/**
 * Pages and REST calls of changes, thin over the module's use cases.
 */
@NullMarked
package dev.sekisho.change.web;

import org.jspecify.annotations.NullMarked;
