/**
 * The pages on which a shared gateway is edited.
 */
@NullMarked
package dev.sekisho.gateway.web;

import org.jspecify.annotations.NullMarked;
