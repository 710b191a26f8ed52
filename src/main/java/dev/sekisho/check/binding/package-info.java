/**
 * Rules about what ties a VirtualService to the gateway: references, exports, labels and
 * annotations.
 */
@NullMarked
package dev.sekisho.check.binding;

import org.jspecify.annotations.NullMarked;
