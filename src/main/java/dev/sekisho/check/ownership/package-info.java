/**
 * Rules about who keeps a VirtualService and who stands behind it.
 */
@NullMarked
package dev.sekisho.check.ownership;

import org.jspecify.annotations.NullMarked;
