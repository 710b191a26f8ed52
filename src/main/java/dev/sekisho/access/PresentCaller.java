package dev.sekisho.access;

import java.util.Optional;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who is behind the present request, for what has no caller as an argument, such as a
 * count in the top bar.
 */
public final class PresentCaller {

	private PresentCaller() {
	}

	/**
	 * Finds the caller.
	 * @return the caller; nobody when not signed in
	 */
	public static Optional<Caller> find() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		return (authentication != null && authentication.getPrincipal() instanceof Caller caller) ? Optional.of(caller)
				: Optional.empty();
	}

}
