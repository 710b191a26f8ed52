package dev.sekisho.routing.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import dev.sekisho.routing.automaton.Automaton;
import dev.sekisho.routing.automaton.UnsupportedRegexException;
import dev.sekisho.routing.condition.CompiledRoute;
import dev.sekisho.routing.condition.PathCondition;
import dev.sekisho.routing.condition.PathOverlap;

/**
 * Routes by their paths: literals in one tree, regexes in another. Immutable.
 *
 * @param literals the routes with a literal
 * @param regexes the routes with a regex
 */
record PathIndex(PathTree literals, RegexTree regexes) {

	/** The index without routes. */
	static final PathIndex EMPTY = new PathIndex(PathTree.EMPTY, RegexTree.EMPTY);

	PathIndex with(CompiledRoute route) {
		return isRegex(route) ? new PathIndex(this.literals, this.regexes.with(route))
				: new PathIndex(this.literals.with(route), this.regexes);
	}

	PathIndex without(CompiledRoute route) {
		return isRegex(route) ? new PathIndex(this.literals, this.regexes.without(route))
				: new PathIndex(this.literals.without(route), this.regexes);
	}

	/**
	 * The routes that a path may match, and few others.
	 * @param path the path in lower case
	 * @param action gets each of them
	 */
	void onPath(String path, Consumer<CompiledRoute> action) {
		this.literals.onPath(path, action);
		this.regexes.meeting(path, false, action);
	}

	/**
	 * The routes whose path can meet that of another one.
	 * @param path the path condition of the other one
	 * @param overlap the same in short
	 * @param action gets each of them
	 */
	void meeting(PathCondition path, PathOverlap overlap, Consumer<CompiledRoute> action) {
		Automaton automaton = (path.kind() == PathCondition.Kind.REGEX) ? path.automaton() : null;
		if (automaton == null) {
			this.literals.meeting(overlap, action);
			this.regexes.meeting(overlap.head(), !overlap.whole(), action);
			return;
		}
		try {
			List<CompiledRoute> found = new ArrayList<>();
			this.literals.meeting(automaton, found::add);
			found.forEach(action);
		}
		catch (UnsupportedRegexException ex) {
			this.literals.meeting(overlap, action);
		}
		this.regexes.meeting(RegexTokens.of(path.value()), action);
	}

	private static boolean isRegex(CompiledRoute route) {
		return route.condition().path().kind() == PathCondition.Kind.REGEX;
	}

}
