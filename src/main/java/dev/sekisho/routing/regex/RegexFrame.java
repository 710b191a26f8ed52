package dev.sekisho.routing.regex;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands between two parentheses, while it is read.
 */
final class RegexFrame {

	private final boolean capture;

	private final RegexFlags outerFlags;

	private final List<RegexTree> branches = new ArrayList<>();

	private List<RegexTree> sequence = new ArrayList<>();

	/**
	 * Begins a frame.
	 * @param capture whether what is matched is captured
	 * @param outerFlags the flags that apply after it
	 */
	RegexFrame(boolean capture, RegexFlags outerFlags) {
		this.capture = capture;
		this.outerFlags = outerFlags;
	}

	RegexFlags outerFlags() {
		return this.outerFlags;
	}

	void add(RegexTree part) {
		this.sequence.add(part);
	}

	boolean hasNothingToRepeat() {
		return this.sequence.isEmpty();
	}

	RegexTree removeLast() {
		return this.sequence.remove(this.sequence.size() - 1);
	}

	void nextBranch() {
		this.branches.add(branch());
		this.sequence = new ArrayList<>();
	}

	RegexTree tree() {
		RegexTree tree = branch();
		if (!this.branches.isEmpty()) {
			List<RegexTree> all = new ArrayList<>(this.branches);
			all.add(tree);
			tree = new RegexTree.Choice(all);
		}
		return this.capture ? new RegexTree.Group(tree) : tree;
	}

	private RegexTree branch() {
		return (this.sequence.size() == 1) ? this.sequence.get(0) : new RegexTree.Sequence(this.sequence);
	}

}
