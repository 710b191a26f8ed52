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

	/**
	 * Finds the sign-in behind the present request.
	 * @return its key; empty for a script, and where no sign-in is needed
	 */
	static Optional<SignInKey> signIn() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		return (authentication != null && authentication.getDetails() instanceof SignInKey key) ? Optional.of(key)
				: Optional.empty();
	}

}
