package dev.sekisho.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;

import dev.sekisho.access.Callers;
import dev.sekisho.access.PresentCaller;

/**
 * Asks before each request that may write whether the caller's token is still taken,
 * where the API server won't do so since the portal writes by impersonation.
 */
class FreshProofs implements HandlerInterceptor {

	private final Callers callers;

	FreshProofs(Callers callers) {
		this.callers = callers;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (!Origins.reads(request)) {
			PresentCaller.find().ifPresent(this.callers::confirm);
		}
		return true;
	}

}
