/**
 * Pages and REST calls about shared gateways and their routes.
 */
@NullMarked
package dev.sekisho.route.web;

import org.jspecify.annotations.NullMarked;
