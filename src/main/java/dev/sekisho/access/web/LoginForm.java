package dev.sekisho.access.web;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.sekisho.web.KeptForm;
import dev.sekisho.web.LocalPath;

/**
 * What the sign-in page sends.
 *
 * @param user whom of the offered people to be
 * @param token a pasted token
 * @param next where to go afterwards
 * @param action where a kept form goes
 * @param kept the fields of a kept form
 */
record LoginForm(@Nullable String user, @Nullable String token, @Nullable String next, @Nullable String action,
		@Nullable String kept) {

	/**
	 * Where to go after signing in.
	 * @return an address within the portal
	 */
	public String target() {
		return (this.next != null && LocalPath.isOne(this.next) && !this.next.startsWith("/login")) ? this.next : "/";
	}

	/**
	 * The form that was kept.
	 * @return the form; empty if there is none
	 */
	public Optional<KeptForm> keptForm() {
		return KeptForm.decode(this.action, this.kept);
	}

	@Override
	public String toString() {
		return "LoginForm[next=" + this.next + "]";
	}

}
