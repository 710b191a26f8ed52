package dev.sekisho.routing.overlap;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.MeshSettings;
import dev.sekisho.routing.MeshSettings.PathNormalization;
import dev.sekisho.routing.StringMatch;
import dev.sekisho.routing.automaton.Atoms;
import dev.sekisho.routing.automaton.Automaton;
import dev.sekisho.routing.automaton.LiteralAutomaton;
import dev.sekisho.routing.automaton.PathForm;
import dev.sekisho.routing.condition.ByteText;
import dev.sekisho.routing.condition.PathCondition;
import dev.sekisho.routing.condition.RoutablePaths;
import dev.sekisho.routing.condition.TextAutomata;

/**
 * The paths that a condition matches, after the gateway's normalisation. Questions are
 * answered within a budget.
 */
public final class PathSpace {

	private static final int BUDGET = 2_000;

	private final @Nullable Automaton automaton;

	private final MeshSettings mesh;

	private PathSpace(@Nullable Automaton automaton, MeshSettings mesh) {
		this.automaton = automaton;
		this.mesh = mesh;
	}

	/**
	 * The paths of a condition.
	 * @param path {@code match.uri}; {@code null} if there is none
	 * @param ignoreCase {@code ignoreUriCase}
	 * @param mesh the mesh's settings
	 * @return the space
	 */
	public static PathSpace of(@Nullable StringMatch path, boolean ignoreCase, MeshSettings mesh) {
		return new PathSpace(TextAutomata.of(PathCondition.of(path, ignoreCase, false)), mesh);
	}

	/**
	 * Looks for a path that is neither one of some prefixes nor below one, by segment.
	 * @param prefixes the prefixes
	 * @return a path outside, if there is one
	 */
	public Found outside(Collection<String> prefixes) {
		if (this.automaton == null) {
			return Found.CANT_TELL;
		}
		Atoms atoms = atoms(segments(prefixes), List.of(form(), this.automaton));
		return Found.of(atoms.shortest().get(new BitSet()), atoms.complete());
	}

	/**
	 * Looks for a path that is a prefix or below it, by segment.
	 * @param prefix the prefix
	 * @return a path inside, if there is one
	 */
	public Found inside(String prefix) {
		if (this.automaton == null) {
			return Found.CANT_TELL;
		}
		List<Automaton> required = new ArrayList<>(segments(List.of(prefix)));
		required.add(form());
		required.add(this.automaton);
		Atoms atoms = atoms(List.of(), required);
		return Found.of(atoms.shortest().get(new BitSet()), atoms.complete());
	}

	/**
	 * Looks for a path at or below a prefix that the condition doesn't match.
	 * @param prefix the prefix, by segment
	 * @return a path that is missing, if there is one
	 */
	public Found missing(String prefix) {
		if (this.automaton == null) {
			return Found.CANT_TELL;
		}
		List<Automaton> required = new ArrayList<>(segments(List.of(prefix)));
		required.add(form());
		Atoms atoms = atoms(List.of(this.automaton), required);
		return Found.of(atoms.shortest().get(new BitSet()), atoms.complete());
	}

	private Atoms atoms(List<? extends Automaton> members, List<Automaton> required) {
		return new Atoms(members, required, RoutablePaths.of(this.mesh).alphabet(), BUDGET);
	}

	private Automaton form() {
		PathNormalization mode = this.mesh.pathNormalization();
		boolean decodes = mode == PathNormalization.DECODE_AND_MERGE_SLASHES;
		return new PathForm(mode != PathNormalization.NONE, decodes || mode == PathNormalization.MERGE_SLASHES,
				decodes);
	}

	private static List<Automaton> segments(Collection<String> prefixes) {
		List<Automaton> automata = new ArrayList<>();
		for (String prefix : prefixes) {
			String trimmed = prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
			automata.add(LiteralAutomaton.segments(ByteText.of(trimmed), false));
		}
		return automata;
	}

	/**
	 * What was found.
	 *
	 * @param path a path; {@code null} if none was found
	 * @param certain whether the search went to its end
	 */
	public record Found(@Nullable String path, boolean certain) {

		private static final Found CANT_TELL = new Found(null, false);

		private static Found of(@Nullable String path, boolean complete) {
			return new Found(path, path != null || complete);
		}

		/**
		 * Whether there is certainly no such path.
		 * @return {@code true} if the search was complete and found none
		 */
		public boolean none() {
			return this.path == null && this.certain;
		}

	}

}
