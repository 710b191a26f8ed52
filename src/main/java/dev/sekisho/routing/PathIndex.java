package dev.sekisho.routing;

import java.util.function.Consumer;

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
	 * The routes whose path can meet that of others.
	 * @param overlap what the paths of the others have in common
	 * @param action gets each of them
	 */
	void meeting(PathOverlap overlap, Consumer<CompiledRoute> action) {
		this.literals.meeting(overlap, action);
		this.regexes.meeting(overlap.head(), !overlap.whole(), action);
	}

	private static boolean isRegex(CompiledRoute route) {
		return route.condition().path().kind() == PathCondition.Kind.REGEX;
	}

}
