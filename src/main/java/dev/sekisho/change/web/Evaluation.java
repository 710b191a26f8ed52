package dev.sekisho.change.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.sekisho.change.InputProblem;
import dev.sekisho.change.Manifest;
import dev.sekisho.change.Preview;
import dev.sekisho.change.RouteForm;

/**
 * What became of what was typed.
 *
 * @param form the form as it was evaluated; of a YAML text the form it fills
 * @param manifest the VirtualService; {@code null} if there are problems
 * @param kept the settings the form can't show
 * @param problems what is wrong, by fields of the form or of the YAML text
 * @param preview what it would do; {@code null} if it can't be told
 * @param off why there is no preview though nothing is wrong; empty otherwise
 * @param millis how long the preview took
 */
record Evaluation(RouteForm form, @Nullable Manifest manifest, List<String> kept, List<InputProblem> problems,
		@Nullable Preview preview, String off, long millis) {

	Evaluation {
		kept = List.copyOf(kept);
		problems = List.copyOf(problems);
	}

	static Evaluation refused(RouteForm form, List<String> kept, List<InputProblem> problems) {
		return new Evaluation(form, null, kept, problems, null, "", 0);
	}

	/**
	 * Whether it can be reviewed.
	 * @return {@code true} if there is a preview and nothing is wrong
	 */
	boolean good() {
		return this.problems.isEmpty() && this.preview != null;
	}

}
