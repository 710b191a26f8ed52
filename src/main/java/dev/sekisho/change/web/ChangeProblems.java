package dev.sekisho.change.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import dev.sekisho.change.ChangeRefused;
import dev.sekisho.change.InputProblem;
import dev.sekisho.change.InputRefused;
import dev.sekisho.change.Preview;
import dev.sekisho.change.RouteReview;
import dev.sekisho.check.FindingTexts;
import dev.sekisho.check.Severity;
import dev.sekisho.web.VisibleText;

/**
 * Says to scripts why a step isn't taken.
 */
@RestControllerAdvice(annotations = RestController.class)
class ChangeProblems {

	private final MessageSource messages;

	private final FindingTexts texts;

	ChangeProblems(MessageSource messages, FindingTexts texts) {
		this.messages = messages;
		this.texts = texts;
	}

	@ExceptionHandler
	ResponseEntity<ChangeProblem> refused(InputRefused ex, Locale locale) {
		boolean large = ex.problems().stream().anyMatch((problem) -> problem.code().equals("too-large"));
		List<FieldProblem> errors = ex.problems().stream().map((problem) -> field(problem, locale)).toList();
		return answer(large ? 413 : 400, "invalid", text("change.refused.invalid", locale), errors, null, null);
	}

	@ExceptionHandler
	ResponseEntity<ChangeProblem> refused(ChangeRefused ex, Locale locale) {
		String code = ex.reason().code();
		Preview preview = ex.preview();
		RouteReview review = ex.review();
		return answer(ex.reason().status(), code, text("change.refused." + code, locale), errors(preview, locale),
				(preview != null) ? Current.of(preview) : null,
				(review != null) ? ChangeAnswer.ReviewAnswer.of(review) : null);
	}

	private List<FieldProblem> errors(@Nullable Preview preview, Locale locale) {
		if (preview == null) {
			return List.of();
		}
		String own = preview.virtualService().namespace();
		return preview.verdict()
			.findings()
			.stream()
			.filter((finding) -> finding.severity() == Severity.BLOCKING || finding.acknowledge())
			.map((finding) -> new FieldProblem(finding.path(), finding.code(),
					this.texts.message(finding, locale, own::equals), this.texts.fix(finding, locale).orElse(""), 0, 0,
					finding.id()))
			.toList();
	}

	private FieldProblem field(InputProblem problem, Locale locale) {
		String message = this.messages.getMessage("change.input." + problem.code(),
				problem.arguments().stream().map(VisibleText::of).toArray(), locale);
		return new FieldProblem(problem.path(), problem.code(), message, problem.fix(), problem.line(),
				problem.column(), "");
	}

	private String text(String key, Locale locale) {
		return this.messages.getMessage(key, null, locale);
	}

	private static ResponseEntity<ChangeProblem> answer(int status, String code, String detail,
			List<FieldProblem> errors, @Nullable Current current, ChangeAnswer.@Nullable ReviewAnswer review) {
		return ResponseEntity.status(status)
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.body(new ChangeProblem("about:blank", code, status, detail, errors, current, review));
	}

	/**
	 * A problem, as RFC 9457 writes it.
	 *
	 * @param type the type
	 * @param title the code
	 * @param status the HTTP status
	 * @param detail what happened
	 * @param errors what is wrong, by field
	 * @param current the state as it is now, if that helps
	 * @param review the review that decided already, if one did
	 */
	record ChangeProblem(String type, String title, int status, String detail, List<FieldProblem> errors,
			@Nullable Current current, ChangeAnswer.@Nullable ReviewAnswer review) {

	}

	/**
	 * What is wrong with a field.
	 *
	 * @param path the field
	 * @param code what is wrong
	 * @param message the same in words
	 * @param fix what to write instead; may be empty
	 * @param line the line in the body; 0 if it isn't known
	 * @param column the column; 0 if it isn't known
	 * @param id the finding's id, to acknowledge it; may be empty
	 */
	record FieldProblem(String path, String code, String message, String fix, int line, int column, String id) {

	}

	/**
	 * The state as it is now.
	 *
	 * @param baseline the live object
	 * @param diff the difference to what was proposed
	 * @param impact the size of the impact, with its hash
	 */
	record Current(Map<String, Object> baseline, String diff, Map<String, Object> impact) {

		static Current of(Preview preview) {
			Map<String, Object> baseline = preview.baseline().absent() ? Map.of("absent", true)
					: Map.of("uid", preview.baseline().uid(), "hash", preview.baseline().hash());
			return new Current(baseline, preview.diff(), Map.of("hash", preview.digest().hash(), "moved",
					preview.digest().moved(), "introduced", preview.digest().introduced()));
		}

	}

}
