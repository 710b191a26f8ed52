package dev.sekisho.access.web;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;

import dev.sekisho.web.Failure;
import dev.sekisho.web.FailureSource;

/**
 * Explains what Spring Security's firewall refuses only when it is read, such as a header
 * with control characters.
 */
@Component
class FirewallFailures implements FailureSource {

	@Override
	public Optional<Failure> explain(Exception exception, HttpServletRequest request) {
		return (exception instanceof RequestRejectedException) ? Optional.of(Failure.of(400, "web.error.bad-request"))
				: Optional.empty();
	}

}
