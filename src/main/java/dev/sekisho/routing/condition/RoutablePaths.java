package dev.sekisho.routing.condition;

import java.util.Locale;

import dev.sekisho.routing.MeshSettings;
import dev.sekisho.routing.MeshSettings.PathNormalization;
import dev.sekisho.routing.automaton.Automaton;
import dev.sekisho.routing.automaton.PathForm;

/**
 * The paths that witnesses are made of: those that a client can send and that the
 * gateway's normalisation leaves as they are.
 */
public final class RoutablePaths {

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

	/**
	 * The paths that a mesh's gateways route.
	 * @param mesh the mesh's settings
	 * @return the paths
	 */
	public static RoutablePaths of(MeshSettings mesh) {
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
	public String alphabet() {
		return this.alphabet;
	}

	/**
	 * Whether a char has no part in what normalisation looks at.
	 * @param ch a char of the alphabet
	 * @return whether it's a letter, a digit or the like
	 */
	public static boolean isPlain(char ch) {
		return PLAIN.indexOf(ch) >= 0;
	}

	/**
	 * Where the automaton begins.
	 * @return the state
	 */
	public int start() {
		return this.form.start();
	}

	/**
	 * Reads one byte.
	 * @param state the state before
	 * @param ch the byte
	 * @return the state after; negative when no such path is routed
	 */
	public int step(int state, char ch) {
		return (ch < this.known.length && this.known[ch]) ? this.form.step(state, ch) : Automaton.DEAD;
	}

	/**
	 * Reads the rest of a text.
	 * @param from the state before
	 * @param text the text
	 * @param start the index of the first byte to read
	 * @return the state after; negative when no such path is routed
	 */
	public int along(int from, String text, int start) {
		int state = from;
		for (int i = start; i < text.length() && state != Automaton.DEAD; i++) {
			state = step(state, text.charAt(i));
		}
		return state;
	}

	/**
	 * Whether a path may end here.
	 * @param state the state
	 * @return whether it may
	 */
	public boolean accepts(int state) {
		return this.form.accepts(state);
	}

	/**
	 * Whether a path can reach the routes in this form.
	 * @param path the path as bytes
	 * @return whether it can
	 */
	public boolean contains(String path) {
		int state = along(start(), path, 0);
		return state != Automaton.DEAD && accepts(state);
	}

}
