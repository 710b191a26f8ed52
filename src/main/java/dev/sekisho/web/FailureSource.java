package dev.sekisho.web;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Knows what some exceptions mean to the caller; a port, since this module knows only
 * those of the web.
 */
@FunctionalInterface
public interface FailureSource {

	/**
	 * Explains an exception.
	 * @param exception what was thrown
	 * @param request the request that failed
	 * @return what to tell; empty if this source doesn't know the exception
	 */
	Optional<Failure> explain(Exception exception, HttpServletRequest request);

}
