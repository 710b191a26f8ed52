/**
 * Pages and REST calls of reviews, thin over the module's use cases.
 */
@NullMarked
package dev.sekisho.review.web;

import org.jspecify.annotations.NullMarked;
