package dev.sekisho.routing.table;

import java.util.Arrays;
import java.util.function.Consumer;

import dev.sekisho.routing.automaton.Automaton;
import dev.sekisho.routing.condition.CompiledRoute;
import dev.sekisho.routing.condition.PathOverlap;

/**
 * Routes by what every path of theirs starts with: a radix tree over the lower-cased
 * heads. Immutable; a changed tree shares all nodes but those on one branch.
 */
final class PathTree {

	private static final CompiledRoute[] NO_ROUTES = {};

	private static final PathTree[] NO_CHILDREN = {};

	/** The tree without routes. */
	static final PathTree EMPTY = new PathTree("", NO_ROUTES, NO_CHILDREN);

	private final String edge;

	private final CompiledRoute[] routes;

	private final PathTree[] children;

	private PathTree(String edge, CompiledRoute[] routes, PathTree[] children) {
		this.edge = edge;
		this.routes = routes;
		this.children = children;
	}

	PathTree with(CompiledRoute route) {
		return with(route.overlap().head(), 0, route);
	}

	PathTree without(CompiledRoute route) {
		return without(route.overlap().head(), 0, route);
	}

	/**
	 * The routes that a path may match, and few others.
	 * @param path the path in lower case
	 * @param action gets each of them
	 */
	void onPath(String path, Consumer<CompiledRoute> action) {
		PathTree node = this;
		int at = 0;
		while (true) {
			for (CompiledRoute route : node.routes) {
				action.accept(route);
			}
			int child = (at < path.length()) ? node.childOn(path.charAt(at)) : -1;
			if (child < 0 || !path.startsWith(node.children[child].edge, at)) {
				return;
			}
			node = node.children[child];
			at += node.edge.length();
		}
	}

	/**
	 * The routes whose path can meet that of others.
	 * @param overlap what the paths of the others have in common
	 * @param action gets each of them
	 */
	void meeting(PathOverlap overlap, Consumer<CompiledRoute> action) {
		String head = overlap.head();
		PathTree node = this;
		int at = 0;
		while (at < head.length()) {
			for (CompiledRoute route : node.routes) {
				if (!route.overlap().whole()) {
					action.accept(route);
				}
			}
			int child = node.childOn(head.charAt(at));
			if (child < 0) {
				return;
			}
			node = node.children[child];
			int common = common(node.edge, head, at);
			if (common < node.edge.length() && at + common < head.length()) {
				return;
			}
			if (overlap.whole() && at + node.edge.length() > head.length()) {
				return;
			}
			at += node.edge.length();
		}
		if (overlap.whole()) {
			for (CompiledRoute route : node.routes) {
				action.accept(route);
			}
		}
		else {
			node.all(action);
		}
	}

	/**
	 * The routes whose path can meet a regex.
	 * @param automaton the automaton of the regex
	 * @param action gets each of them
	 */
	void meeting(Automaton automaton, Consumer<CompiledRoute> action) {
		if (automaton.start() != Automaton.DEAD) {
			meeting(automaton, automaton.start(), 0, action);
		}
	}

	// As heads are in lower case, a letter stands for both of its cases.
	private void meeting(Automaton automaton, int state, int at, Consumer<CompiledRoute> action) {
		if (at < this.edge.length()) {
			char ch = this.edge.charAt(at);
			int next = automaton.step(state, ch);
			if (next != Automaton.DEAD) {
				meeting(automaton, next, at + 1, action);
			}
			int capital = (ch >= 'a' && ch <= 'z') ? automaton.step(state, (char) (ch - 32)) : Automaton.DEAD;
			if (capital != Automaton.DEAD && capital != next) {
				meeting(automaton, capital, at + 1, action);
			}
			return;
		}
		for (CompiledRoute route : this.routes) {
			if (!route.overlap().whole() || automaton.accepts(state)) {
				action.accept(route);
			}
		}
		for (PathTree child : this.children) {
			child.meeting(automaton, state, 0, action);
		}
	}

	private void all(Consumer<CompiledRoute> action) {
		for (CompiledRoute route : this.routes) {
			action.accept(route);
		}
		for (PathTree child : this.children) {
			child.all(action);
		}
	}

	private PathTree with(String head, int at, CompiledRoute route) {
		if (at == head.length()) {
			CompiledRoute[] more = Arrays.copyOf(this.routes, this.routes.length + 1);
			more[this.routes.length] = route;
			return new PathTree(this.edge, more, this.children);
		}
		int index = childOn(head.charAt(at));
		if (index < 0) {
			PathTree leaf = new PathTree(head.substring(at), new CompiledRoute[] { route }, NO_CHILDREN);
			return new PathTree(this.edge, this.routes, inserted(this.children, -index - 1, leaf));
		}
		PathTree child = this.children[index];
		int common = common(child.edge, head, at);
		if (common < child.edge.length()) {
			PathTree rest = new PathTree(child.edge.substring(common), child.routes, child.children);
			child = new PathTree(child.edge.substring(0, common), NO_ROUTES, new PathTree[] { rest });
		}
		return replaced(index, child.with(head, at + common, route));
	}

	private PathTree without(String head, int at, CompiledRoute route) {
		if (at == head.length()) {
			return new PathTree(this.edge, removed(this.routes, route), this.children);
		}
		int index = childOn(head.charAt(at));
		PathTree child = this.children[index].without(head, at + this.children[index].edge.length(), route);
		if (child.routes.length > 0 || child.children.length > 1) {
			return replaced(index, child);
		}
		if (child.children.length == 1) {
			PathTree only = child.children[0];
			return replaced(index, new PathTree(child.edge + only.edge, only.routes, only.children));
		}
		PathTree[] fewer = new PathTree[this.children.length - 1];
		System.arraycopy(this.children, 0, fewer, 0, index);
		System.arraycopy(this.children, index + 1, fewer, index, fewer.length - index);
		return new PathTree(this.edge, this.routes, fewer);
	}

	private PathTree replaced(int index, PathTree child) {
		PathTree[] copy = this.children.clone();
		copy[index] = child;
		return new PathTree(this.edge, this.routes, copy);
	}

	// The index of the child on a char; if there's none, where it would stand, negated.
	private int childOn(char ch) {
		int low = 0;
		int high = this.children.length - 1;
		while (low <= high) {
			int middle = (low + high) >>> 1;
			int order = this.children[middle].edge.charAt(0) - ch;
			if (order == 0) {
				return middle;
			}
			if (order < 0) {
				low = middle + 1;
			}
			else {
				high = middle - 1;
			}
		}
		return -low - 1;
	}

	private static int common(String edge, String head, int at) {
		int length = Math.min(edge.length(), head.length() - at);
		int common = 0;
		while (common < length && edge.charAt(common) == head.charAt(at + common)) {
			common++;
		}
		return common;
	}

	private static CompiledRoute[] removed(CompiledRoute[] routes, CompiledRoute route) {
		int index = 0;
		while (routes[index] != route) {
			index++;
		}
		CompiledRoute[] fewer = new CompiledRoute[routes.length - 1];
		System.arraycopy(routes, 0, fewer, 0, index);
		System.arraycopy(routes, index + 1, fewer, index, fewer.length - index);
		return fewer;
	}

	private static PathTree[] inserted(PathTree[] children, int index, PathTree child) {
		PathTree[] more = new PathTree[children.length + 1];
		System.arraycopy(children, 0, more, 0, index);
		more[index] = child;
		System.arraycopy(children, index, more, index + 1, children.length - index);
		return more;
	}

}
