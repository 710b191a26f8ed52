package dev.sekisho.web;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A failure as scripts get it (RFC 9457).
 *
 * @param type the type
 * @param title the code
 * @param status the HTTP status
 * @param detail what happened, why, and what to do
 * @param reference finds the failure in the portal's log; empty if it isn't there
 * @param errors what is wrong, by field
 */
record Problem(String type, String title, int status, String detail,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) String reference, List<Failure.FieldProblem> errors) {

	static Problem of(Failure failure, String detail, String reference) {
		return new Problem("about:blank", failure.code(), failure.status(), detail, reference, failure.problems());
	}

}
