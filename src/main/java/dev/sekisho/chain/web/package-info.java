/**
 * Pages and REST calls about chains.
 */
@NullMarked
package dev.sekisho.chain.web;

import org.jspecify.annotations.NullMarked;
