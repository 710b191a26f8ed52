package dev.sekisho.change;

import java.util.List;

/**
 * What was sent can't be taken: each problem says where and what to write instead.
 */
public class InputRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<InputProblem> problems;

	/**
	 * Creates the exception.
	 * @param problems the problems, at least one
	 */
	public InputRefused(List<InputProblem> problems) {
		super(problems.toString());
		this.problems = List.copyOf(problems);
	}

	/**
	 * Creates the exception.
	 * @param problem the only problem
	 */
	public InputRefused(InputProblem problem) {
		this(List.of(problem));
	}

	/**
	 * What is wrong.
	 * @return the problems, in the order of the text
	 */
	public List<InputProblem> problems() {
		return this.problems;
	}

}
