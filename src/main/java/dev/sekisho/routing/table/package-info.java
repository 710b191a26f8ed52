/**
 * The route table of a gateway: what istiod puts where, which route a request gets, and
 * which routes none gets.
 */
@NullMarked
@NamedInterface("table")
package dev.sekisho.routing.table;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
