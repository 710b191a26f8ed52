package dev.sekisho.routing.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import dev.sekisho.routing.condition.CompiledRoute;
import dev.sekisho.routing.table.RegexTokens.Token;

/**
 * Routes with a regex by how the regex begins, so that few of many regexes have to be
 * held against a path. Immutable; a changed tree shares all nodes but those on one
 * branch.
 */
final class RegexTree {

	/** The tree without routes. */
	static final RegexTree EMPTY = new RegexTree(new Token("", true, false), List.of(), new RegexTree[0]);

	private static final int STEPS = 20_000;

	private final Token token;

	private final List<CompiledRoute> routes;

	private final RegexTree[] children;

	private RegexTree(Token token, List<CompiledRoute> routes, RegexTree[] children) {
		this.token = token;
		this.routes = routes;
		this.children = children;
	}

	RegexTree with(CompiledRoute route) {
		return changed(tokens(route), 0, route, true);
	}

	RegexTree without(CompiledRoute route) {
		return changed(tokens(route), 0, route, false);
	}

	/**
	 * The routes that may match a path, or a longer one.
	 * @param path the path in lower case
	 * @param longer whether longer paths count too
	 * @param action gets each of them
	 */
	void meeting(String path, boolean longer, Consumer<CompiledRoute> action) {
		if (this.routes.isEmpty() && this.children.length == 0) {
			return;
		}
		Search search = new Search(path, longer);
		search.after(this, 0);
		if (search.steps < 0) {
			all(action);
		}
		else {
			search.found.forEach(action);
		}
	}

	/**
	 * The routes whose path can meet a regex.
	 * @param regex how the regex begins
	 * @param action gets each of them
	 */
	void meeting(List<Token> regex, Consumer<CompiledRoute> action) {
		Encounter encounter = new Encounter(regex);
		encounter.meet(this, true, 0);
		if (encounter.seen.size() > STEPS) {
			all(action);
		}
		else {
			encounter.found.forEach(action);
		}
	}

	private void all(Consumer<CompiledRoute> action) {
		this.routes.forEach(action);
		for (RegexTree child : this.children) {
			child.all(action);
		}
	}

	private static List<Token> tokens(CompiledRoute route) {
		return RegexTokens.of(route.condition().path().value());
	}

	private RegexTree changed(List<Token> tokens, int depth, CompiledRoute route, boolean add) {
		if (depth == tokens.size()) {
			List<CompiledRoute> changed = new ArrayList<>(this.routes);
			if (add) {
				changed.add(route);
			}
			else {
				changed.removeIf((other) -> other == route);
			}
			return new RegexTree(this.token, List.copyOf(changed), this.children);
		}
		List<RegexTree> changed = new ArrayList<>(Arrays.asList(this.children));
		int index = 0;
		while (index < changed.size() && !changed.get(index).token.equals(tokens.get(depth))) {
			index++;
		}
		if (index == changed.size()) {
			changed.add(new RegexTree(tokens.get(depth), List.of(), EMPTY.children));
		}
		RegexTree child = changed.get(index).changed(tokens, depth + 1, route, add);
		if (child.routes.isEmpty() && child.children.length == 0) {
			changed.remove(index);
		}
		else {
			changed.set(index, child);
		}
		return new RegexTree(this.token, this.routes, changed.toArray(new RegexTree[0]));
	}

	/**
	 * A walk along a path. Gives up, and so finds all routes, when regexes are too vague.
	 */
	private static final class Search {

		private final String path;

		private final boolean longer;

		private final Set<CompiledRoute> found = Collections.newSetFromMap(new IdentityHashMap<>(4));

		private int steps = STEPS;

		Search(String path, boolean longer) {
			this.path = path;
			this.longer = longer;
		}

		// A node's token is done with, and so much of the path is used up.
		void after(RegexTree node, int at) {
			if (at == this.path.length() && this.longer) {
				node.all(this.found::add);
				return;
			}
			if (!node.routes.isEmpty()) {
				this.found.addAll(node.routes);
			}
			for (RegexTree child : node.children) {
				if (--this.steps < 0) {
					return;
				}
				into(child, at);
			}
		}

		private void into(RegexTree node, int at) {
			Token token = node.token;
			if (token.optional()) {
				after(node, at);
			}
			int end = at;
			while (end < this.path.length() && token.accepts(this.path.charAt(end))) {
				after(node, ++end);
				if (!token.repeated() || --this.steps < 0) {
					return;
				}
			}
			if (end == this.path.length() && this.longer && (end == at || token.repeated())) {
				node.all(this.found::add);
			}
		}

	}

	/**
	 * A walk along the beginning of another regex. A state says which token of each side
	 * is next, and whether one has taken a char already.
	 */
	private static final class Encounter {

		private final List<Token> regex;

		private final Set<CompiledRoute> found = Collections.newSetFromMap(new IdentityHashMap<>(4));

		private final Set<State> seen = new HashSet<>();

		Encounter(List<Token> regex) {
			this.regex = regex;
		}

		/**
		 * Both sides have come to a place.
		 * @param node the node whose token is under way
		 * @param used whether it has taken a char
		 * @param index the token of the other regex that's next
		 */
		void meet(RegexTree node, boolean used, int index) {
			if (this.seen.size() > STEPS || !this.seen.add(new State(node, used, index))) {
				return;
			}
			if (index == this.regex.size()) {
				node.all(this.found::add);
				return;
			}
			Token other = this.regex.get(index);
			if (other.optional()) {
				meet(node, used, index + 1);
			}
			if (used || node.token.optional()) {
				this.found.addAll(node.routes);
				for (RegexTree child : node.children) {
					meet(child, false, index);
				}
			}
			if ((!used || node.token.repeated()) && node.token.meets(other)) {
				taken(node, index, other);
			}
		}

		// Both took the same char.
		private void taken(RegexTree node, int index, Token other) {
			meet(node, true, index + 1);
			if (other.repeated()) {
				meet(node, true, index);
			}
		}

	}

	/**
	 * How far both sides have come.
	 *
	 * @param node the node
	 * @param used whether its token has taken a char
	 * @param index the token of the other regex
	 */
	private record State(RegexTree node, boolean used, int index) {

	}

}
