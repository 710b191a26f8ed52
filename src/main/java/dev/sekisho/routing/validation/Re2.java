package dev.sekisho.routing.validation;

/**
 * Regexes as Envoy compiles them.
 */
final class Re2 {

	enum Verdict {

		FINE, REFUSED, TOO_LARGE

	}

	private Re2() {
	}

	static Verdict judge(String regex) {
		return Verdict.FINE;
	}

}
