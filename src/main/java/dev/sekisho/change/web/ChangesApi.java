package dev.sekisho.change.web;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.sekisho.access.Caller;
import dev.sekisho.access.Rights;
import dev.sekisho.change.ChangeRequest;
import dev.sekisho.change.ChangeView;
import dev.sekisho.change.Changes;
import dev.sekisho.change.InputProblem;
import dev.sekisho.change.InputRefused;
import dev.sekisho.change.Phase;
import dev.sekisho.change.Preview;
import dev.sekisho.change.Previews;
import dev.sekisho.change.RequestText;
import dev.sekisho.change.Submissions;
import dev.sekisho.change.parts.Balancers;
import dev.sekisho.check.FindingTexts;
import dev.sekisho.cluster.ObjectKey;

/**
 * Previews and changes.
 */
@RestController
@Tag(name = "Changes")
class ChangesApi {

	private static final String YAML = "application/yaml";

	private final Previews previews;

	private final Submissions submissions;

	private final Changes changes;

	private final Rights rights;

	private final FindingTexts texts;

	private final Balancers balancers;

	ChangesApi(Previews previews, Submissions submissions, Changes changes, Rights rights, FindingTexts texts,
			Balancers balancers) {
		this.previews = previews;
		this.submissions = submissions;
		this.changes = changes;
		this.rights = rights;
		this.texts = texts;
		this.balancers = balancers;
	}

	@Operation(summary = "Shows what a draft would do; stores nothing",
			description = "The body holds one of virtualService (JSON or YAML), route (the form) or delete "
					+ "{namespace, name}; sharedGateway where several would fit.",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
					content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
							schema = @Schema(implementation = DraftBody.class),
							examples = @ExampleObject(DraftBody.EXAMPLE))))
	@ApiResponse(responseCode = "200", description = "The VirtualService, its findings and its traffic impact.")
	@ApiResponse(responseCode = "400", description = "The body can't be read.")
	@ApiResponse(responseCode = "404",
			description = "The caller may not register there, or what is to be replaced " + "isn't there.")
	@ApiResponse(responseCode = "422", description = "A field isn't as it should be: errors says which.")
	@PostMapping(path = "/api/v1/previews", consumes = { MediaType.APPLICATION_JSON_VALUE, YAML, "text/yaml" })
	PreviewAnswer preview(Caller caller, @RequestBody byte[] body,
			@RequestParam(name = "dryRun", defaultValue = "false") boolean dryRun, Locale locale) {
		ChangeRequest request = ChangeRequest.read(RequestText.of(body));
		Preview preview = dryRun ? this.previews.withDryRun(caller, request.draft())
				: this.previews.preview(caller, request.draft());
		return answer(caller, preview, locale);
	}

	@Operation(summary = "Submits a change",
			description = "The body of a preview with a reason, and optionally name, sharedGateway, baseline "
					+ "({absent: true}, or uid and hash as the preview gives them) and supersedes.",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
					content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
							schema = @Schema(implementation = DraftBody.class),
							examples = @ExampleObject(DraftBody.EXAMPLE))))
	@ApiResponse(responseCode = "201", description = "The change; Location is where it can be followed.")
	@ApiResponse(responseCode = "200", description = "The same change was sent before, by name or Idempotency-Key.",
			content = @Content)
	@ApiResponse(responseCode = "400", description = "The body can't be read.")
	@ApiResponse(responseCode = "403", description = "The caller sees the namespace but may not propose changes there.")
	@ApiResponse(responseCode = "404", description = "The caller doesn't see the namespace.")
	@ApiResponse(responseCode = "409",
			description = "The baseline isn't the live object any more (current holds the "
					+ "difference), or the name is taken by another change.")
	@ApiResponse(responseCode = "422", description = "A finding blocks the change, or a field isn't as it should be.")
	@ApiResponse(responseCode = "428", description = "The VirtualService exists and no baseline was given.")
	@ApiResponse(responseCode = "429", description = "Too many changes of the namespace wait already.")
	@PostMapping(path = "/api/v1/changes", consumes = { MediaType.APPLICATION_JSON_VALUE, YAML, "text/yaml" })
	ResponseEntity<ChangeAnswer> submit(Caller caller, @RequestBody byte[] body,
			@RequestHeader(name = "Idempotency-Key", defaultValue = "") String idempotencyKey) {
		ChangeRequest request = ChangeRequest.read(RequestText.of(body));
		Submissions.Submitted submitted = this.submissions.submit(caller, request.draft(),
				request.submission(idempotencyKey));
		ObjectKey key = submitted.change().key();
		URI location = URI.create("/api/v1/changes/" + key.namespace() + "/" + key.name());
		ResponseEntity.BodyBuilder response = submitted.created() ? ResponseEntity.created(location)
				: ResponseEntity.ok().location(location);
		return response.body(ChangeAnswer.of(submitted.change()));
	}

	@Operation(summary = "Lists the changes the caller sees, the newest first",
			description = "Those in namespaces whose routes the caller sees, and those on gateways they review.")
	@ApiResponse(responseCode = "200", description = "The changes; may be empty.")
	@ApiResponse(responseCode = "422", description = "phase isn't one.")
	@GetMapping("/api/v1/changes")
	ChangeList list(Caller caller, @RequestParam(name = "namespace", defaultValue = "") String namespace,
			@RequestParam(name = "phase", defaultValue = "") String phase,
			@RequestParam(name = "author", defaultValue = "") String author) {
		Phase wanted = Phase.of(phase);
		if (wanted == null && !phase.isEmpty()) {
			throw new InputRefused(InputProblem.at("phase", "unknown-choice", phase,
					"Pending, Approved, Applied, Rejected, Withdrawn, Stale, Failed"));
		}
		List<ChangeAnswer> items = this.changes.list(caller, new Changes.Query(namespace, wanted, author))
			.stream()
			.map(ChangeAnswer::of)
			.toList();
		return new ChangeList(items, items.size());
	}

	@Operation(summary = "Opens a change",
			description = "With its diff, findings and traffic impact as they are now while it is open, its review and "
					+ "the history of its VirtualService.")
	@ApiResponse(responseCode = "200", description = "The change.")
	@ApiResponse(responseCode = "404", description = "No such change, or the caller doesn't see it.")
	@GetMapping("/api/v1/changes/{namespace}/{name}")
	ChangeAnswer open(Caller caller, @PathVariable("namespace") String namespace, @PathVariable("name") String name,
			Locale locale) {
		ChangeView view = this.changes.open(caller, new ObjectKey(namespace, name));
		Preview preview = view.preview();
		return ChangeAnswer.of(view.change(), view.proposed(), view.diff(),
				(preview != null) ? answer(caller, preview, locale) : null, view.review(), view.drift(),
				view.history());
	}

	private PreviewAnswer answer(Caller caller, Preview preview, Locale locale) {
		Predicate<String> visible = this.rights.visibility(caller, preview.sharedGateway().name())::sees;
		Predicate<String> sees = visible.or(preview.virtualService().namespace()::equals);
		return PreviewAnswer.of(preview, this.texts, locale, sees, this.balancers.of(preview, sees, locale));
	}

	/**
	 * Changes.
	 *
	 * @param items the changes, the newest first
	 * @param total how many
	 */
	record ChangeList(List<ChangeAnswer> items, int total) {

	}

}
