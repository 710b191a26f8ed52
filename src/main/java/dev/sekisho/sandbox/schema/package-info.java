/**
 * Checks objects against the structural schemas of CustomResourceDefinitions: types,
 * limits, unknown fields, defaults and those validation rules that Sekisho's own
 * definitions use.
 */
@NullMarked
package dev.sekisho.sandbox.schema;

import org.jspecify.annotations.NullMarked;
