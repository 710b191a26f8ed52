package dev.sekisho.routing;

import java.util.Locale;

import dev.sekisho.routing.MeshSettings.PathNormalization;
import dev.sekisho.routing.automaton.Automaton;
import dev.sekisho.routing.automaton.PathForm;

/**
 * The paths that witnesses are made of: those that a client can send and that the
 * gateway's normalisation leaves as they are.
 */
final class RoutablePaths {

	private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz1234567890";

	private static final String PLAIN = LETTERS + "-_~" + LETTERS.substring(0, 26).toUpperCase(Locale.ROOT);

	private static final String OTHERS = "/.%!$&'()*+,;=:@[]";

	private static final String RAW = "\"<>^`{|}\\";

	private final PathForm form;

	private final String alphabet;

	private final boolean[] known = new boolean[128];

	private RoutablePaths(PathForm form, String alphabet) {
		this.form = form;
		this.alphabet = alphabet;
		alphabet.chars().forEach((ch) -> this.known[ch] = true);
	}

	static RoutablePaths of(MeshSettings mesh) {
		PathNormalization mode = mesh.pathNormalization();
		boolean decodes = mode == PathNormalization.DECODE_AND_MERGE_SLASHES;
		boolean merges = decodes || mode == PathNormalization.MERGE_SLASHES;
		boolean raw = mode == PathNormalization.NONE;
		return new RoutablePaths(new PathForm(!raw, merges, decodes), PLAIN + OTHERS + (raw ? RAW : ""));
	}

	/**
	 * The chars that paths are made of, the most readable first.
	 * @return the chars
	 */
	String alphabet() {
		return this.alphabet;
	}

	/**
	 * Whether a char has no part in what normalisation looks at.
	 * @param ch a char of the alphabet
	 * @return whether it's a letter, a digit or the like
	 */
	static boolean isPlain(char ch) {
		return PLAIN.indexOf(ch) >= 0;
	}

	int start() {
		return this.form.start();
	}

	int step(int state, char ch) {
		return (ch < this.known.length && this.known[ch]) ? this.form.step(state, ch) : Automaton.DEAD;
	}

	int along(int from, String text, int start) {
		int state = from;
		for (int i = start; i < text.length() && state != Automaton.DEAD; i++) {
			state = step(state, text.charAt(i));
		}
		return state;
	}

	boolean accepts(int state) {
		return this.form.accepts(state);
	}

	boolean contains(String path) {
		int state = along(start(), path, 0);
		return state != Automaton.DEAD && accepts(state);
	}

}
