package dev.sekisho.access;

import org.springframework.stereotype.Component;

/**
 * Watches over callers who hold something open for longer than a request, such as a
 * stream of events.
 */
@Component
public class Attendances {

	private final SignIns signIns;

	private final Callers callers;

	private final Rights rights;

	Attendances(SignIns signIns, Callers callers, Rights rights) {
		this.signIns = signIns;
		this.callers = callers;
		this.rights = rights;
	}

	/**
	 * Begins to watch over the caller behind the present request.
	 * @param caller the caller
	 * @param left called once their sign-in has ended; must be quick
	 * @return their attendance, to be closed
	 */
	public Attendance begin(Caller caller, Runnable left) {
		return PresentCaller.signIn()
			.map((key) -> new Attendance(caller, this.callers, this.rights, () -> this.signIns.lasts(key),
					this.signIns.await(key, left)))
			.orElseGet(() -> new Attendance(caller, this.callers, this.rights, () -> true, () -> {
			}));
	}

}
