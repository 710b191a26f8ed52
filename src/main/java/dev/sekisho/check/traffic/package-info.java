/**
 * Rules about routes of different VirtualServices that meet.
 */
@NullMarked
package dev.sekisho.check.traffic;

import org.jspecify.annotations.NullMarked;
