/**
 * Rules about what routes do beyond sending requests on.
 */
@NullMarked
package dev.sekisho.check.action;

import org.jspecify.annotations.NullMarked;
