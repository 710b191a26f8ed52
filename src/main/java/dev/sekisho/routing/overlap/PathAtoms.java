package dev.sekisho.routing.overlap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.automaton.Automaton;
import dev.sekisho.routing.automaton.UnsupportedRegexException;
import dev.sekisho.routing.condition.CompiledRoute;
import dev.sekisho.routing.condition.PathCondition;
import dev.sekisho.routing.condition.RoutablePaths;

/**
 * Finds a path for every combination of routes whose paths can be met at once, among
 * those that one of them, the required one, matches.
 * <p>
 * The literals of the routes cut the space of paths into cells: each literal itself, and
 * what starts with it but with none of the longer ones. Inside of a cell only regexes
 * (and literals whose case is ignored) differ, and there a breadth-first walk over the
 * product of their automata finds the combinations. A regex is looked at only in the
 * cells that start with its literal head.
 */
final class PathAtoms {

	private final List<CompiledRoute> routes;

	private final int required;

	private final RoutablePaths space;

	private final Work work;

	private final Visitor visitor;

	private final @Nullable Automaton requiredAutomaton;

	private final Map<String, PathCell> cells = new HashMap<>();

	private final Members chain = new Members();

	/**
	 * Prepares the search.
	 * @param routes the routes, each once
	 * @param required the index of the one that every path has to match
	 * @param space the paths that there are
	 * @param work how much may be worked
	 * @param visitor gets the paths
	 */
	PathAtoms(List<CompiledRoute> routes, int required, RoutablePaths space, Work work, Visitor visitor) {
		this.routes = routes;
		this.required = required;
		this.space = space;
		this.work = work;
		this.visitor = visitor;
		PathCondition path = routes.get(required).condition().path();
		this.requiredAutomaton = path.isLiteral() ? null : path.automaton();
	}

	/**
	 * Searches until all paths were visited or the visitor had enough.
	 */
	void walk() {
		PathCondition path = this.routes.get(this.required).condition().path();
		try {
			if (!path.isLiteral()) {
				walkFrom(path.literalHead());
			}
			else if (path.kind() == PathCondition.Kind.PREFIX) {
				walkFrom(path.value());
			}
			else if (walkAt(path.value()) && path.kind() == PathCondition.Kind.SEGMENTS) {
				walkFrom(path.value() + "/");
			}
		}
		catch (UnsupportedRegexException ex) {
			this.work.giveUp();
		}
	}

	// One path only.
	private boolean walkAt(String path) {
		if (!this.space.contains(path)) {
			return true;
		}
		Members members = new Members();
		for (int i = 0; i < this.routes.size(); i++) {
			PathCondition condition = this.routes.get(i).condition().path();
			if (!this.work.spend(1)) {
				return false;
			}
			if (condition.isLiteral() ? condition.test(path) : accepts(condition, path)) {
				members.add(i);
			}
		}
		return this.visitor.visit(path, members);
	}

	private boolean accepts(PathCondition condition, String path) {
		Automaton automaton = condition.automaton();
		if (automaton == null) {
			return true;
		}
		int state = PathWalk.along(automaton, automaton.start(), path, 0);
		this.work.spend(path.length());
		return state != Automaton.DEAD && automaton.accepts(state);
	}

	// All paths that start with a literal.
	private void walkFrom(String root) {
		cell(root);
		List<Integer> everywhere = new ArrayList<>();
		for (int i = 0; i < this.routes.size(); i++) {
			place(i, root, everywhere);
		}
		everywhere.forEach(this.chain::add);
		List<PathCell> sorted = new ArrayList<>(this.cells.values());
		sorted.sort((one, other) -> one.key().compareTo(other.key()));
		List<String> keys = sorted.stream().map((cell) -> cell.key()).toList();
		PathWalk[] stack = new PathWalk[sorted.size()];
		int depth = 0;
		for (int i = 0; i < sorted.size(); i++) {
			PathCell cell = sorted.get(i);
			while (depth > 0 && !cell.key().startsWith(stack[depth - 1].key())) {
				this.chain.cut(stack[--depth].chainBefore());
			}
			PathWalk above = (depth > 0) ? stack[depth - 1] : PathWalk.start(this.space, this.requiredAutomaton);
			PathWalk walk = above.into(cell.key(), this.chain.size(), cell.automata(this.routes));
			boolean pointless = above.pointless() || cell.prefixes().stream().anyMatch(this.visitor::isPointless);
			stack[depth++] = walk.pointless(pointless);
			if (!this.work.spend(walk.cost())) {
				return;
			}
			if (!above.pointless() && !visit(cell, walk, keys.subList(i + 1, endOfChildren(keys, i)))) {
				return;
			}
		}
	}

	private boolean visit(PathCell cell, PathWalk walk, List<String> children) {
		if (walk.isDead()) {
			return true;
		}
		if (walk.isPath()) {
			Members exact = this.chain.copy();
			cell.exact().forEach(exact::add);
			cell.prefixes().forEach(exact::add);
			walk.addAccepting(exact);
			if (!this.visitor.visit(cell.key(), exact)) {
				return false;
			}
		}
		cell.prefixes().forEach(this.chain::add);
		if (cell.prefixes().stream().anyMatch(this.visitor::isPointless)) {
			return true;
		}
		return new Cone(walk, children, this.chain, this.work).walk(this.visitor);
	}

	private static int endOfChildren(List<String> sorted, int index) {
		String key = sorted.get(index);
		int low = index + 1;
		int high = sorted.size();
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (sorted.get(middle).startsWith(key)) {
				low = middle + 1;
			}
			else {
				high = middle;
			}
		}
		return low;
	}

	private void place(int index, String root, List<Integer> everywhere) {
		PathCondition path = this.routes.get(index).condition().path();
		if (!path.isLiteral()) {
			placeAutomaton(index, path, root, everywhere);
			return;
		}
		String value = path.value();
		if (path.kind() != PathCondition.Kind.PREFIX && value.startsWith(root)) {
			cell(value).exact().add(index);
		}
		if (path.kind() == PathCondition.Kind.EXACT) {
			return;
		}
		String prefix = (path.kind() == PathCondition.Kind.SEGMENTS) ? value + "/" : value;
		if (root.startsWith(prefix)) {
			everywhere.add(index);
		}
		else if (prefix.startsWith(root)) {
			cell(prefix).prefixes().add(index);
		}
	}

	private void placeAutomaton(int index, PathCondition path, String root, List<Integer> everywhere) {
		if (path.automaton() == null) {
			everywhere.add(index);
			return;
		}
		String head = path.literalHead();
		if (index == this.required || root.startsWith(head)) {
			cell(root).automata().add(index);
		}
		else if (head.startsWith(root)) {
			cell(head).automata().add(index);
		}
	}

	private PathCell cell(String key) {
		return this.cells.computeIfAbsent(key, PathCell::new);
	}

	/**
	 * Gets the paths.
	 */
	interface Visitor {

		/**
		 * Takes a path.
		 * @param path the path
		 * @param members the routes whose path condition it meets; valid during the call
		 * @return whether more paths are wanted
		 */
		boolean visit(String path, Members members);

		/**
		 * Whether paths that a route matches needn't be visited.
		 * @param route the route's index
		 * @return whether nothing can come of them
		 */
		default boolean isPointless(int route) {
			return false;
		}

	}

}
