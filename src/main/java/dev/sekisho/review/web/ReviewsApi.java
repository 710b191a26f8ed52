package dev.sekisho.review.web;

import java.net.URI;
import java.time.Instant;
import java.util.Set;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import dev.sekisho.access.Caller;
import dev.sekisho.change.FieldReader;
import dev.sekisho.change.RequestText;
import dev.sekisho.change.RouteReview;
import dev.sekisho.change.RouteReview.Verdict;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.review.Reviews;

/**
 * Verdicts.
 */
@RestController
@Tag(name = "Changes")
class ReviewsApi {

	private static final String EXAMPLE = """
			{"verdict": "Approved", "reason": "Fine", "impactHash": "v1:sha256:...", "acknowledged": []}""";

	private final Reviews reviews;

	ReviewsApi(Reviews reviews) {
		this.reviews = reviews;
	}

	@Operation(summary = "Decides on a change",
			description = "verdict is Approved, Rejected or (by the author) Withdrawn; impactHash as the change's "
					+ "preview gives it; acknowledged holds the ids of the findings that ask for it.",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
					content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
							schema = @Schema(implementation = DecisionBody.class), examples = @ExampleObject(EXAMPLE))))
	@ApiResponse(responseCode = "201", description = "The review. There is one for each change at most.")
	@ApiResponse(responseCode = "400", description = "The body can't be read.")
	@ApiResponse(responseCode = "403", description = "The caller may not review on this gateway, or is the author.")
	@ApiResponse(responseCode = "404", description = "No such change, or the caller doesn't see it.")
	@ApiResponse(responseCode = "409",
			description = "Decided already (review says by whom), or the impact isn't the one "
					+ "that was seen (current holds the new one).")
	@ApiResponse(responseCode = "422", description = "A finding isn't acknowledged, or a field isn't as it should be.")
	@PostMapping(path = "/api/v1/changes/{namespace}/{name}/reviews", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<ReviewAnswer> decide(Caller caller, @PathVariable("namespace") String namespace,
			@PathVariable("name") String name, @RequestBody byte[] body) {
		RouteReview review = this.reviews.decide(caller, new ObjectKey(namespace, name), decision(body));
		return ResponseEntity.created(URI.create("/api/v1/changes/" + namespace + "/" + name))
			.body(new ReviewAnswer(review.verdict().text(), review.spec().reviewer().username(), review.spec().reason(),
					review.created()));
	}

	private static Reviews.Decision decision(byte[] body) {
		FieldReader fields = FieldReader.of(RequestText.of(body));
		fields.only(Set.of("verdict", "reason", "impactHash", "acknowledged"));
		String text = fields.text("verdict");
		Verdict verdict = verdict(text);
		if (verdict == null) {
			fields.refuse("verdict", "unknown-choice", text, "Approved, Rejected, Withdrawn");
		}
		Set<String> acknowledged = Set.copyOf(fields.texts("acknowledged"));
		Reviews.Decision decision = new Reviews.Decision((verdict != null) ? verdict : Verdict.REJECTED,
				fields.text("reason"), fields.text("impactHash"), acknowledged, 0);
		fields.throwProblems();
		return decision;
	}

	private static @Nullable Verdict verdict(String text) {
		for (Verdict verdict : Verdict.values()) {
			if (verdict.text().equals(text)) {
				return verdict;
			}
		}
		return null;
	}

	/**
	 * What is sent to decide, as the REST API's document describes it.
	 *
	 * @param verdict {@code Approved}, {@code Rejected} or {@code Withdrawn}
	 * @param reason why; needed to reject
	 * @param impactHash the hash of the impact that was seen; needed to approve
	 * @param acknowledged the ids of the findings that are acknowledged
	 */
	@Schema(name = "Decision")
	record DecisionBody(String verdict, String reason, String impactHash, Set<String> acknowledged) {

	}

	/**
	 * A verdict.
	 *
	 * @param verdict the verdict
	 * @param reviewer who
	 * @param reason why; may be empty
	 * @param created when
	 */
	record ReviewAnswer(String verdict, String reviewer, String reason, Instant created) {

	}

}
