package dev.sekisho.routing.regex;

import java.nio.charset.StandardCharsets;

/**
 * What istiod and Envoy say to a regex.
 */
public final class Regexes {

	/** The longest regex that istiod takes, in bytes. */
	public static final int LONGEST = 1024;

	/** What istio's bootstrap sets as {@code re2.max_program_size.error_level}. */
	private static final int LARGEST_PROGRAM = 32768;

	/**
	 * What Envoy says.
	 */
	public enum Verdict {

		/** Envoy takes it. */
		FINE,
		/** Envoy can't read it. */
		REFUSED,
		/** Envoy refuses it because its program is too large. */
		TOO_LARGE

	}

	private Regexes() {
	}

	/**
	 * Why istiod can't compile a regex.
	 * @param regex the regex
	 * @return the reason; empty if it can
	 */
	public static String problem(String regex) {
		try {
			RegexReader.read(regex, RegexDialect.GO);
			return "";
		}
		catch (RegexSyntaxException ex) {
			return ex.reason();
		}
	}

	/**
	 * Whether Envoy takes a regex. It compiles the bytes of its text.
	 * @param regex a regex of at most {@link #LONGEST} bytes
	 * @return the verdict
	 */
	public static Verdict byEnvoy(String regex) {
		String bytes = new String(regex.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
		try {
			RegexTree tree = RegexReader.read(bytes, RegexDialect.RE2);
			return (RegexProgram.size(tree) > LARGEST_PROGRAM) ? Verdict.TOO_LARGE : Verdict.FINE;
		}
		catch (RegexSyntaxException ex) {
			return Verdict.REFUSED;
		}
	}

}
