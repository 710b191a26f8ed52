/**
 * What one route asks of a request and what it does, compiled to be asked often, and the
 * request as the gateway sees it after normalisation.
 */
@NullMarked
package dev.sekisho.routing.condition;

import org.jspecify.annotations.NullMarked;
