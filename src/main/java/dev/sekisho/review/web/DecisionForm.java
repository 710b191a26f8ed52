package dev.sekisho.review.web;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.sekisho.change.RouteReview.Verdict;
import dev.sekisho.review.Reviews.Decision;

/**
 * What a reviewer typed and ticked, good or bad.
 *
 * @param decision which button was pressed: {@code approve}, {@code send-back},
 * {@code reject} or {@code recompute}
 * @param reason what was typed
 * @param impact the hash of the impact that was shown
 * @param generation the generation of the shared gateway that was shown
 * @param acknowledged the ids of the findings that were ticked
 */
record DecisionForm(@Nullable String decision, @Nullable String reason, @Nullable String impact,
		@Nullable Long generation, @Nullable List<String> acknowledged) {

	static final DecisionForm EMPTY = new DecisionForm(null, null, null, null, null);

	boolean recompute() {
		return "recompute".equals(this.decision);
	}

	boolean approves() {
		return "approve".equals(this.decision);
	}

	/**
	 * What the button means.
	 * @return the verdict; {@code null} for a button there isn't
	 */
	@Nullable Verdict verdict() {
		return switch (String.valueOf(this.decision)) {
			case "approve" -> Verdict.APPROVED;
			case "send-back", "reject" -> Verdict.REJECTED;
			default -> null;
		};
	}

	Decision decide(Verdict verdict) {
		return new Decision(verdict, typed(), shown(), approves() ? ticked() : Set.of(), shownGeneration());
	}

	public String shown() {
		return (this.impact != null) ? this.impact : "";
	}

	long shownGeneration() {
		return (this.generation != null) ? this.generation : 0;
	}

	public String typed() {
		return (this.reason != null) ? this.reason : "";
	}

	public Set<String> ticked() {
		return (this.acknowledged != null) ? Set.copyOf(this.acknowledged) : Set.of();
	}

	/**
	 * The form without all that was about an earlier state.
	 * @return the reason
	 */
	DecisionForm afresh() {
		return new DecisionForm(null, this.reason, null, null, null);
	}

	/**
	 * The form without its ticks: they are asked again once what they were about may have
	 * changed.
	 * @return what was typed
	 */
	DecisionForm unticked() {
		return new DecisionForm(this.decision, this.reason, this.impact, this.generation, null);
	}

}
